import ArgumentParser
import Chat
import Identity
import MLS
import RelayProtocol

struct AcceptCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "accept", abstract: "Say yes to an invitation.",
        discussion: """
            Example:
              sotto accept '#Tea'
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
            try await session.perform(.accept(room))
            try await session.wait(for: room) { $0 == .joined(room) }
            return room
        }
        RoomReport(options).print("joined", room, name: nil)
    }

}
