import Chat
import RelayProtocol

extension RoomsSession {
    /// - Returns: the last entry's number.
    func show(_ room: RoomID, last count: Int) async throws(Failure) -> EntryNumber {
        // In one reading: what comes between two would be shown by neither.
        let (rows, last) = try await read { core throws(ChatStorageError) in
            (try core.rows(of: room, last: count), core.record(of: room)?.position.number ?? .none)
        }
        show(rows, of: room)
        return last
    }

    func show(_ room: RoomID, after number: EntryNumber) async throws(Failure) -> EntryNumber {
        let rows = try await rows(of: room, after: number, atMost: .max)
        show(rows, of: room)
        return rows.last?.number ?? number
    }

    /// What blocked people said is counted, and not shown.
    private func show(_ rows: [NumberedRow], of room: RoomID) {
        for row in rows where !row.isHidden { output.show(TimelinePrinter(room, row.people).line(of: row)) }
        tellHidden(rows.count(where: \.isHidden), in: room)
    }

    func tellHidden(_ count: Int, in room: RoomID) {
        if count > 0 { output.show(TimelinePrinter.hidden(count, in: room)) }
    }

    /// The last rows that there is something to show of, in order.
    func rows(of room: RoomID, last count: Int) async throws(Failure) -> [NumberedRow] {
        try await read { core throws(ChatStorageError) in try core.rows(of: room, last: count) }
    }

    func rows(
        of room: RoomID, after number: EntryNumber, atMost count: Int
    ) async throws(Failure) -> [NumberedRow] {
        guard let next = number.next else { return [] }
        return try await read { core throws(ChatStorageError) in
            let first = max(next, core.record(of: room)?.beginsAt ?? .first)
            let people = RoomPeople(of: room, in: core)
            return try core.timeline(of: room, in: first.rawValue...UInt64(Int64.max), limit: count)
                .map { NumberedRow($0.number, $0.row, people) }
        }
    }
}

extension ChatCore {
    fileprivate func rows(of room: RoomID, last count: Int) throws(ChatStorageError) -> [NumberedRow] {
        let begins = record(of: room)?.beginsAt ?? .none
        let people = RoomPeople(of: room, in: self)
        return try timeline(of: room, newestFirst: true, limit: max(0, count)).reversed()
            .map { NumberedRow($0.number, $0.row, people) }.filter { !$0.isBefore(begins) }
    }
}

/// A row with its place in the log, and how the people in it are to be read.
struct NumberedRow: Sendable {
    let number: EntryNumber
    let row: TimelineRow
    let people: RoomPeople

    init(_ number: EntryNumber, _ row: TimelineRow, _ people: RoomPeople) {
        (self.number, self.row, self.people) = (number, row, people)
    }

    /// Somebody said it who is blocked.
    var isHidden: Bool {
        guard case .message(let message) = row.event else { return false }
        return people.isBlocked(message.sender.identity)
    }

    /// Before the entry by which this device came in nothing is missing.
    func isBefore(_ begins: EntryNumber) -> Bool {
        if case .missing(.notReadable) = row.event { number < begins } else { false }
    }
}
