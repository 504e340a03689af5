import RelayProtocol

/// A room's log as a relay keeps it: an entry that comes again has the number it has.
struct StubLog {
    private(set) var entries: [Entry] = []
    private var numbers: [EntryHash: EntryNumber] = [:]
    private(set) var head: LogHead
    private let room: RoomID

    init(_ room: RoomID, head: LogHead) {
        self.room = room
        self.head = head
    }

    var last: EntryNumber { EntryNumber(UInt64(entries.count)) }

    var accessKey: RoomAccessKey? { entries.first?.header.accessKey }

    /// - Returns: its number, and whether it is new.
    mutating func add(_ entry: Entry) throws -> (number: EntryNumber, isNew: Bool) {
        let hash = try EntryHash(of: entry)
        if let number = numbers[hash] { return (number, false) }
        entries.append(entry)
        numbers[hash] = last
        head = head.following(last, hash)
        return (last, true)
    }

    func event(_ number: EntryNumber) -> RelayEvent? {
        guard number <= last else { return nil }
        return .entries(EntriesEvent(room: room, number: number, entry: entries[Int(number.rawValue) - 1]))
    }
}
