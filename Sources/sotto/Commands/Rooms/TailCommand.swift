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
            """)

    @OptionGroup var options: GlobalOptions
    @OptionGroup var place: RelayOption

    @Argument(help: "#name, or the room's id.")
    var room: String

    @Option(help: ArgumentHelp("How many to begin with.", valueName: "count"))
    var lines = 10

    @Flag(help: "Go on as they come.")
    var follow = false

    func perform(in session: RoomsSession) async throws(Failure) {
        try await session.sync()
        let room = try await session.room(room)
        let printer = TimelinePrinter(room)
        var last = try await session.show(printer, last: lines)
        while follow {
            try await session.wait(for: nil, patiently: true) { event in
                if case .entry(room, _) = event { true } else { false }
            }
            last = try await session.show(printer, after: last)
        }
    }
}
