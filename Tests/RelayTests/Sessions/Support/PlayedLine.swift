import Identity
import Relay
import RelayProtocol
import RelaySupport
import SecureChannel
import Testing

/// A line of somebody to a relay, and what it must have proven and heard by now.
struct PlayedLine {
    let person: TestPerson
    let line: TestLine
    /// Whether the relay has answered its start with anything but a refusal.
    let isStarted: Bool
    private(set) var rooms: [RoomID: RoomAccess] = [:]
    /// By an opening, the epochs that it reads.
    private var read: [RoomID: [UInt64: Set<UInt64>]] = [:]
    private(set) var follows: [RoomID: EntryNumber] = [:]
    private(set) var inboxFrom: EntryNumber?
    private var expected: [RoomID: [RelayEvent]] = [:]
    private var expectedItems: [RelayEvent] = []
    private var expectedCount = 0

    init(_ person: TestPerson, _ line: TestLine, isStarted: Bool) {
        (self.person, self.line, self.isStarted) = (person, line, isStarted)
    }

    func access(to room: RoomID) -> Access { rooms[room]?.access ?? .none }

    mutating func open(_ room: RoomID, _ opening: Opening, in log: RoomModel) {
        rooms[room, default: RoomAccess()].open(opening)
        let number = opening.number.rawValue
        if read[room]?[number] == nil { read[room, default: [:]][number] = log.epochsRead(from: number) }
    }

    mutating func open(_ room: RoomID, by link: LinkKey) { rooms[room, default: RoomAccess()].open(by: link) }

    mutating func follow(_ room: RoomID, from number: EntryNumber, in log: RoomModel) {
        follows[room] = number
        guard number.rawValue <= log.last else { return }
        for number in max(1, number.rawValue)...log.last { expect(number, of: room, in: log) }
    }

    mutating func unfollow(_ room: RoomID) { follows[room] = nil }

    mutating func followInbox(from number: EntryNumber, _ items: [(number: UInt64, item: [UInt8])]) {
        inboxFrom = number
        for (number, item) in items { expectItem(number, item) }
    }

    /// An entry was added to a room.
    mutating func added(_ number: UInt64, to room: RoomID, in log: RoomModel) {
        guard let header = log[number]?.entry.header else { return }
        if header.kind == .commit, !header.flags.contains(.removes) {
            for (opening, epochs) in read[room] ?? [:] where epochs.contains(header.parent.rawValue) {
                read[room]?[opening]?.insert(number)
            }
        }
        expect(number, of: room, in: log)
    }

    private mutating func expect(_ number: UInt64, of room: RoomID, in log: RoomModel) {
        guard let from = follows[room], number >= from.rawValue, let logged = log[number] else { return }
        let parent = logged.entry.header.parent.rawValue
        let isRead =
            rooms[room]?.openings.contains { read[room]?[$0.number.rawValue]?.contains(parent) ?? false } ?? false
        let event: RelayEvent =
            isRead
            ? .entries(EntriesEvent(room: room, number: EntryNumber(number), entry: logged.entry))
            : .withheld(
                WithheldEvent(room: room, number: EntryNumber(number), reason: .notReadable, hash: logged.hash))
        expected[room, default: []].append(event)
        expectedCount += 1
    }

    mutating func expectItem(_ number: UInt64, _ item: [UInt8]) {
        guard let from = inboxFrom, number >= from.rawValue else { return }
        expectedItems.append(.inbox(InboxEvent(number: EntryNumber(number), item: item)))
        expectedCount += 1
    }

    /// Waits for what it must hear, and compares; of different logs it may come in any order.
    mutating func settle() async throws {
        let count = expectedCount
        guard count > 0 || !line.heard.events.isEmpty else { return }
        _ = await line.when { $0.events.count >= count || $0.isOver }
        let heard = line.takeEvents()
        let (items, entries) = heard.reduce(into: ([RelayEvent](), [RoomID: [RelayEvent]]())) { sorted, event in
            switch event {
            case .entries(let entry): sorted.1[entry.room, default: []].append(event)
            case .withheld(let withheld): sorted.1[withheld.room, default: []].append(event)
            case .inbox, .trimmed, .whisper: sorted.0.append(event)
            }
        }
        guard items == expectedItems, entries == expected else {
            throw ModelMismatch("heard \(heard.suffix(8)) instead of \(expected), \(expectedItems)")
        }
        (expected, expectedItems, expectedCount) = ([:], [], 0)
    }
}
