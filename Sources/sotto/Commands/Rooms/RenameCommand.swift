import ArgumentParser
import Chat
import Identity
import MLS
import RelayProtocol

struct RenameCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rename", abstract: "Call a room something else.",
        discussion: """
            Example:
              sotto rename '#Tea' Coffee
            """)

    @OptionGroup var options: GlobalOptions
    @OptionGroup var place: RelayOption

    @Argument(help: "#name, or the room's id.")
    var room: String

    @Argument(help: "Its new name.")
    var name: String

    func run() async throws {
        let choice = room
        let name = try RoomName(DisplayName(given: name.hasPrefix("#") ? String(name.dropFirst()) : name))
        let room = try await RoomsRun(options: options).run(at: place.address()) { session throws(Failure) in
            try await session.sync()
            let room = try await session.room(choice)
            try await session.change(room, by: .change(.name(name), of: room))
            return room
        }
        RoomReport(options).print("changed", room, name: nil)
    }

}
