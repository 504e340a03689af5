package import RelayProtocol

/// All that was said, as searching compares it, in memory alone: nothing of it is ever written.
///
/// It is a scan, not a tree: 100,000 messages are some megabytes, which are read through in a few milliseconds, and any
/// part of a word is found in any script. What is edited or deleted is overwritten here too.
package struct SearchIndex: Sendable {
    private var rooms: [RoomID: RoomTexts] = [:]

    package init() {}

    /// Puts what an entry says now; nothing: it says nothing any more. Of a room's entries those that are put first come
    /// in the order of their numbers; an earlier one may be put again.
    package mutating func put(_ text: String?, at number: EntryNumber, of room: RoomID) {
        rooms[room, default: RoomTexts()].put(text.map(FoldedText.bytes), at: number.rawValue)
    }

    /// A room and all that was said there.
    package mutating func drop(_ room: RoomID) { rooms[room] = nil }

    /// The last of a room's entries that was put.
    package func last(of room: RoomID) -> EntryNumber { EntryNumber(rooms[room]?.last ?? 0) }

    /// The entries of a room that are looked for, the newest first.
    package func search(_ query: SearchQuery, in room: RoomID, limit: Int = .max) -> [EntryNumber] {
        (rooms[room]?.search(query) ?? []).suffix(max(0, limit)).reversed().map { EntryNumber($0) }
    }
}
