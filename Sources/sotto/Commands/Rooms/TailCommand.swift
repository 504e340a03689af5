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
              sotto tail @bob
              sotto tail '#Tea' --follow --json
              sotto tail '#Tea' --since 2h
            """)

    @OptionGroup var options: GlobalOptions
    @OptionGroup var place: RelayOption

    @Argument(help: "#name, the room's id, @name, or a fingerprint.")
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
        var last: [RoomID: EntryNumber] = [:]
        for room in try await session.roomsForReading(room) {
            if let since {
                last[room] = try await session.show(room, since: UInt64(clamping: since.seconds))
            } else {
                last[room] = try await session.show(room, last: lines)
            }
        }
        while follow {
            var news: RoomID?
            try await session.wait(for: nil, patiently: true) { event in
                guard case .entry(let room, _) = event, last[room] != nil else { return false }
                news = room
                return true
            }
            if let news, let shown = last[news] { last[news] = try await session.show(news, after: shown) }
        }
    }
}
