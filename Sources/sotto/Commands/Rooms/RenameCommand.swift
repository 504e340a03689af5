import ArgumentParser
import Chat
import Identity
import MLS
import RelayProtocol

struct RenameCommand: RelayCommand {
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

    func perform(in session: RoomsSession) async throws(Failure) {
        let name = try RoomName(given: name)
        try await session.sync()
        let room = try await session.room(room)
        try await session.change(room, by: .change(.name(name), of: room))
        session.report("changed", room)
    }
}
