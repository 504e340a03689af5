import ArgumentParser
import Chat
import Identity
import MLS
import RelayProtocol

struct DeclineCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "decline", abstract: "Say no to an invitation.",
        discussion: """
            Example:
              sotto decline '#Tea'
            """)

    @OptionGroup var options: GlobalOptions
    @OptionGroup var place: RelayOption

    @Argument(help: "#name, or the room's id.")
    var room: String

    func run() async throws {
        let choice = room
        let room = try await RoomsRun(options: options).run(at: place.address()) { session throws(Failure) in
            try await session.sync()
            let room = try await session.room(choice)
            let standing = try await session.read { core throws(ChatStorageError) in core.record(of: room)?.standing }
            guard standing == .invited else {
                throw Failure(.wrongUsage, "Nobody asks you into that room.", mend: "To leave it: sotto leave ROOM")
            }
            try await session.perform(.leave(room))
            try await session.waitUntilSaid(leavingOf: room)
            return room
        }
        RoomReport(options).print("declined", room, name: nil)
    }

}
