package import TLSCodec

/// Entries of a room that one follows, one behind the other: room(32) ‖ number of the first(8) ‖ list(4) of entries, at
/// least one.
package struct EntriesEvent: TLSCodable, Hashable, Sendable {
    package let room: RoomID
    package let first: EntryNumber
    /// The others have the numbers that follow.
    package let entries: [Entry]
    package let last: EntryNumber

    /// Nothing without an entry, and nothing for numbers that there can't be.
    package init?(room: RoomID, first: EntryNumber, entries: [Entry]) {
        let (last, overflow) = first.rawValue.addingReportingOverflow(UInt64(entries.count) &- 1)
        guard !entries.isEmpty, !overflow else { return nil }
        self.room = room
        self.first = first
        self.entries = entries
        self.last = EntryNumber(last)
    }

    package init(room: RoomID, number: EntryNumber, entry: Entry) {
        self.room = room
        first = number
        entries = [entry]
        last = number
    }

    package init(from reader: inout Reader) throws(CodecError) {
        let (room, first) = (try RoomID(from: &reader), try EntryNumber(from: &reader))
        let entries: [Entry] = try reader.vector(.uint32)
        guard let event = EntriesEvent(room: room, first: first, entries: entries) else { throw .invalidValue }
        self = event
    }

    package func encode(into writer: inout Writer) throws(CodecError) {
        try room.encode(into: &writer)
        try first.encode(into: &writer)
        try writer.vector(entries, .uint32)
    }

    /// What is left of it from a number on, if anything is.
    package func from(_ number: EntryNumber) -> EntriesEvent? {
        guard number > first else { return self }
        let known = number.rawValue - first.rawValue
        guard known < UInt64(entries.count) else { return nil }
        return EntriesEvent(room: room, first: number, entries: Array(entries.dropFirst(Int(known))))
    }

    /// Each with its number.
    package var numbered: some Sequence<(number: EntryNumber, entry: Entry)> {
        entries.lazy.enumerated().map { (number: EntryNumber(first.rawValue + UInt64($0)), entry: $1) }
    }
}
