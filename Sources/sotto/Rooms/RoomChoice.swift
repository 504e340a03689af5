import Chat
import Identity
import RelayProtocol

/// A room as a person names it: `#name`, a name, or its id.
struct RoomChoice: Sendable {
    private let text: String

    private static let ranks: [[RoomStanding?]] = [[.member, .creating, .joining], [.leaving, .invited], [.gone]]

    init(_ text: String) { self.text = text }

    /// - Throws: ``Failure`` for a room that isn't there, or a name that several have.
    func room(in core: ChatCore) throws(Failure) -> RoomID {
        let known = core.roomIDs
        if let id = RoomID(text: text), known.contains(id) { return id }
        let name = text.hasPrefix("#") ? String(text.dropFirst()) : text
        let named = known.filter { core.name(of: $0)?.name.text == name }
        // One that was left, or that somebody asks into, gives way to those that one is in.
        let meant =
            Self.ranks.lazy.map { rank in named.filter { rank.contains(core.record(of: $0)?.standing) } }
            .first { !$0.isEmpty } ?? []
        guard let first = meant.first else { throw .noSuchRoom }
        guard meant.count == 1 else {
            throw Failure(.wrongUsage, "Several rooms have that name.", mend: "Use the id: sotto rooms")
        }
        return first
    }
}

extension RoomsSession {
    func room(_ choice: String) async throws(Failure) -> RoomID {
        let found: Result<RoomID, Failure> = await client.read { core in
            do throws(Failure) { return .success(try RoomChoice(choice).room(in: core)) } catch {
                return .failure(error)
            }
        }
        return try found.get()
    }
}
