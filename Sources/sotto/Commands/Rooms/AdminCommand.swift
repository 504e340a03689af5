import ArgumentParser
import Chat
import Identity
import MLS
import RelayProtocol

struct AdminCommand: RelayCommand {
    static let configuration = CommandConfiguration(
        commandName: "admin", abstract: "Make somebody an admin of a room, or not any more.",
        discussion: """
            Examples:
              sotto admin '#Tea' '@Bob'
              sotto admin '#Tea' '@Bob' --revoke
            """)

    @OptionGroup var options: GlobalOptions
    @OptionGroup var place: RelayOption

    @Argument(help: "#name, or the room's id.")
    var room: String

    @Argument(help: "Whom: a fingerprint, or the name they go by there.")
    var person: String

    @Flag(help: "Not an admin any more.")
    var revoke = false

    func perform(in session: RoomsSession) async throws(Failure) {
        try await session.sync()
        let room = try await session.room(room)
        let person = try await session.member(person, of: room)
        try await session.change(room, by: .change(revoke ? .unmakeAdmin(person) : .makeAdmin(person), of: room))
        session.report("changed", room)
    }
}
