import ArgumentParser
import Chat
import Identity
import MLS
import RelayProtocol

struct AdminCommand: AsyncParsableCommand {
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

    func run() async throws {
        let (choice, who) = (room, person)
        let isRevoked = revoke
        let room = try await RoomsRun(options: options).run(at: place.address()) { session throws(Failure) in
            try await session.sync()
            let room = try await session.room(choice)
            let person = try await session.member(who, of: room)
            try await session.change(room, by: .change(isRevoked ? .unmakeAdmin(person) : .makeAdmin(person), of: room))
            return room
        }
        RoomReport(options).print("changed", room, name: nil)
    }

}
