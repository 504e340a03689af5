import Chat
import RelayProtocol

extension RoomsSession {
    /// - Returns: the last entry's number.
    func show(_ printer: TimelinePrinter, last count: Int) async throws(Failure) -> EntryNumber {
        let room = printer.room
        for row in try await rows(of: room, last: count) { output.show(printer.line(of: row.number, row.row)) }
        return try await read { core throws(ChatStorageError) in core.record(of: room)?.position.number ?? .none }
    }

    func show(_ printer: TimelinePrinter, after number: EntryNumber) async throws(Failure) -> EntryNumber {
        let rows = try await rows(of: printer.room, after: number, atMost: .max)
        for row in rows { output.show(printer.line(of: row.number, row.row)) }
        return rows.last?.number ?? number
    }

    /// The last rows that there is something to show of, in order.
    func rows(of room: RoomID, last count: Int) async throws(Failure) -> [NumberedRow] {
        try await read { core throws(ChatStorageError) in
            let begins = core.record(of: room)?.beginsAt ?? .none
            let rows = try core.timeline(of: room, newestFirst: true, limit: max(0, count)).reversed()
            return rows.map(NumberedRow.init).filter { !$0.isBefore(begins) }
        }
    }

    func rows(
        of room: RoomID, after number: EntryNumber, atMost count: Int
    ) async throws(Failure) -> [NumberedRow] {
        guard let next = number.next else { return [] }
        return try await read { core throws(ChatStorageError) in
            let first = max(next, core.record(of: room)?.beginsAt ?? .first)
            return try core.timeline(of: room, in: first.rawValue...UInt64(Int64.max), limit: count)
                .map(NumberedRow.init)
        }
    }
}

/// A row with its place in the log.
struct NumberedRow: Sendable {
    let number: EntryNumber
    let row: TimelineRow

    init(_ number: EntryNumber, _ row: TimelineRow) { (self.number, self.row) = (number, row) }

    /// Before the entry by which this device came in nothing is missing.
    func isBefore(_ begins: EntryNumber) -> Bool {
        if case .missing(.notReadable) = row.event { number < begins } else { false }
    }
}
