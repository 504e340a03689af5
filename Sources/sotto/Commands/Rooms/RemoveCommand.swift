import ArgumentParser
import Chat
import Identity
import MLS
import RelayProtocol

struct RemoveCommand: RelayCommand {
    static let configuration = CommandConfiguration(
        commandName: "remove", abstract: "Remove somebody from a room, for good.",
        discussion: """
            Example:
              sotto remove '#Tea' '@Bob'

            They read nothing that follows, and links by which they could come back end.
            """)

    @OptionGroup var options: GlobalOptions
    @OptionGroup var place: RelayOption

    @Argument(help: "#name, or the room's id.")
    var room: String

    @Argument(help: "Whom: a fingerprint, or the name they go by there.")
    var person: String

    func perform(in session: RoomsSession) async throws(Failure) {
        try await session.sync()
        let room = try await session.room(room)
        let person = try await session.member(person, of: room)
        try await session.change(room, by: .remove(person, from: room))
        session.report("changed", room)
    }
}
