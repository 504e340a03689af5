import ArgumentParser
import Chat
import Identity
import MLS
import RelayProtocol

struct LeaveCommand: RelayCommand {
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

    func perform(in session: RoomsSession) async throws(Failure) {
        try await session.sync()
        let room = try await session.room(room)
        try await session.perform(.leave(room))
        try await session.waitUntilSaid(leavingOf: room)
        session.report("left", room)
    }
}
