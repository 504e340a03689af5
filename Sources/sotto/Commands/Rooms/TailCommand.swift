import ArgumentParser
import Chat
import Identity
import MLS
import RelayProtocol

struct TailCommand: RelayCommand {
    static let configuration = CommandConfiguration(
        commandName: "tail", abstract: "Show the last messages of a room, and those that come.",
        discussion: """
            Examples:
              sotto tail '#Tea'
              sotto tail '#Tea' --follow --json
              sotto tail '#Tea' --since 2h
            """)

    @OptionGroup var options: GlobalOptions
    @OptionGroup var place: RelayOption

    @Argument(help: "#name, or the room's id.")
    var room: String

    @Option(help: ArgumentHelp("How many to begin with.", valueName: "count"))
    var lines = 10

    @Option(help: ArgumentHelp("Begin with what came since: \(SinceTime.words).", valueName: "time"))
    var since: String?

    @Flag(help: "Go on as they come.")
    var follow = false

    func perform(in session: RoomsSession) async throws(Failure) {
        let since = try since.map { text throws(Failure) in try SinceTime(given: text) }
        try await session.sync()
        let room = try await session.room(room)
        let printer = TimelinePrinter(room)
        var last = EntryNumber.none
        if let since {
            last = try await session.show(printer, since: UInt64(clamping: since.seconds))
        } else {
            last = try await session.show(printer, last: lines)
        }
        while follow {
            try await session.wait(for: nil, patiently: true) { event in
                if case .entry(room, _) = event { true } else { false }
            }
            last = try await session.show(printer, after: last)
        }
    }
}
