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
              sotto history @bob
              sotto history '#Tea' --limit 100 --json
            """)

    @OptionGroup var options: GlobalOptions
    @OptionGroup var place: RelayOption
    @OptionGroup var kept: OfflineOption

    @Argument(help: "#name, the room's id, @name, or a fingerprint.")
    var room: String

    @Option(help: ArgumentHelp("The last so many entries.", valueName: "count"))
    var limit: Int?

    var isOffline: Bool { kept.offline }

    func perform(in session: RoomsSession) async throws(Failure) {
        try await session.sync()
        for room in try await session.roomsForReading(room) {
            // Few are in memory at a time.
            if let limit {
                _ = try await session.show(room, last: limit)
            } else {
                _ = try await session.show(room, since: 0)
            }
        }
    }
}
