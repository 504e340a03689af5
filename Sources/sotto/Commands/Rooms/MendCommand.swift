import ArgumentParser
import Chat
import RelayProtocol

struct MendCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "mend", abstract: "Ask a room's members to add this device again, where it can't follow the room.",
        discussion: """
            A device that has been away for too long, or gets a change that it can't open, asks by itself: `sotto rooms`
            says so. This asks where only you see that something is wrong. Until a member's sotto has answered, nothing
            is sent; history stays.

            Example:
              sotto mend '#Tea'
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
            try await session.perform(.mend(room))
            return room
        }
        RoomReport(options).print("asked", room, name: nil)
    }
}
