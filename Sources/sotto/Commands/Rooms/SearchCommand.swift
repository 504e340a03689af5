import ArgumentParser
import Chat
import Identity
import RelayProtocol

struct SearchCommand: RelayCommand {
    static let configuration = CommandConfiguration(
        commandName: "search", abstract: "Find messages by their words, in what is kept here.",
        discussion: """
            Examples:
              sotto search tea
              sotto search 'pot of tea' --room '#Tea' --limit 50 --json

            Finds what contains all of the words, or parts of words; capitals and accents don't matter. What was edited
            is found by its new text, what was deleted not at all. No relay is dialled, and nothing that would help a
            search is ever written to the disk.
            """)

    @OptionGroup var options: GlobalOptions
    @OptionGroup var place: RelayOption

    @Argument(help: "Words; one with spaces in it is a phrase.")
    var words: [String]

    @Option(help: ArgumentHelp("In this room alone: #name, or its id.", valueName: "room"))
    var room: String?

    @Option(help: ArgumentHelp("The newest so many.", valueName: "count"))
    var limit = 20

    func validate() throws {
        if limit < 1 { throw ValidationError("--limit takes a number from 1 on.") }
    }

    var isOffline: Bool { true }

    /// At every relay of which something is kept.
    func run() async throws {
        let (query, choice, limit) = (try query(), room, limit)
        let found = try await RoomsRun(options: options).offlineEach(at: place.address()) { session throws(Failure) in
            try await session.search(query, in: choice, limit: limit)
        }
        guard choice == nil || found.contains(where: { $0 != nil }) else { throw Failure.noSuchRoom }
        show(found.compactMap { $0 }.flatMap { $0 }, query, StandardCommandOutput(options))
    }

    /// At the one where a client stands.
    func perform(in session: RoomsSession) async throws(Failure) {
        let query = try query()
        guard let found = try await session.search(query, in: room, limit: limit) else { throw Failure.noSuchRoom }
        show(found, query, session.output)
    }

    private func query() throws(Failure) -> SearchQuery {
        if let query = SearchQuery(words) { return query }
        throw Failure(.wrongUsage, "There is nothing to look for.", mend: "Give a word: sotto search tea")
    }

    private func show(_ found: [FoundMessage], _ query: SearchQuery, _ output: any CommandOutput) {
        let newest = found.filter { !$0.isHidden }.sorted { $0.isBefore($1) }.suffix(limit)
        for message in newest { output.show(SearchPrinter(query).line(of: message)) }
        if newest.isEmpty { output.tell("Nothing that is kept here says that.") }
    }
}

extension RoomsSession {
    /// - Returns: nothing where there is no such room at this relay.
    fileprivate func search(
        _ query: SearchQuery, in choice: String?, limit: Int
    ) async throws(Failure) -> [FoundMessage]? {
        let rooms = try await rooms(choice)
        guard choice == nil || !rooms.isEmpty else { return nil }
        return try await read { core throws(ChatStorageError) in
            var found: [FoundMessage] = []
            for room in rooms {
                let name = core.name(of: room)?.name.text
                let people = RoomPeople(of: room, in: core)
                found += try core.search(query, in: room, limit: limit).map {
                    FoundMessage(hit: $0, roomName: name, people: people)
                }
            }
            return found
        }
    }
}
