import Chat
import RelayProtocol

/// A message that was looked for, and what its room is called.
struct FoundMessage: Sendable {
    let hit: SearchHit
    let roomName: String?
    let people: RoomPeople

    /// Somebody said it who is blocked.
    var isHidden: Bool { NumberedRow(hit.number, hit.row, people).isHidden }

    /// By when they came here; of a room by their numbers.
    func isBefore(_ other: FoundMessage) -> Bool {
        if hit.room == other.hit.room { return hit.number < other.hit.number }
        return hit.row.seenAtSeconds < other.hit.row.seenAtSeconds
    }
}
