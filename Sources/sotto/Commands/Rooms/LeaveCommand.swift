import ArgumentParser
import Chat
import Identity
import MLS
import RelayProtocol

struct LeaveCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "leave", abstract: "Leave a room.",
        discussion: """
            Example:
              sotto leave '#Tea'
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
            try await session.perform(.leave(room))
            try await session.waitUntilSaid(leavingOf: room)
            return room
        }
        RoomReport(options).print("left", room, name: nil)
    }

}
