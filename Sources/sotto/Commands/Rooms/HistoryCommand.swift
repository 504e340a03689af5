import ArgumentParser
import Chat
import Identity
import MLS
import RelayProtocol

struct HistoryCommand: RelayCommand {
    static let configuration = CommandConfiguration(
        commandName: "history", abstract: "Show what was said in a room.",
        discussion: """
            Examples:
              sotto history '#Tea'
              sotto history '#Tea' --limit 100 --json
            """)

    @OptionGroup var options: GlobalOptions
    @OptionGroup var place: RelayOption

    @Argument(help: "#name, or the room's id.")
    var room: String

    @Option(help: ArgumentHelp("The last so many entries.", valueName: "count"))
    var limit: Int?

    func perform(in session: RoomsSession) async throws(Failure) {
        try await session.sync()
        let room = try await session.room(room)
        _ = try await session.show(TimelinePrinter(room), last: limit ?? .max)
    }
}
