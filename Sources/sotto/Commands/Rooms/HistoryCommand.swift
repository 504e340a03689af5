import ArgumentParser
import Chat
import Identity
import MLS
import RelayProtocol

struct HistoryCommand: AsyncParsableCommand {
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

    func run() async throws {
        let (choice, limit, options) = (room, limit, options)
        try await RoomsRun(options: options).run(at: place.address()) { session throws(Failure) in
            try await session.sync()
            let room = try await session.room(choice)
            _ = try await session.print(TimelinePrinter(options, room), last: limit ?? .max)
        }
    }

}
