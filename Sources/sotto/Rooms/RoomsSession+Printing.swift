import Chat
import RelayProtocol

extension RoomsSession {
    /// - Returns: the last entry's number.
    func print(_ printer: TimelinePrinter, last count: Int) async throws(Failure) -> EntryNumber {
        let room = printer.room
        let (rows, record) = try await read { core throws(ChatStorageError) in
            let rows = try core.timeline(of: room, newestFirst: true, limit: max(0, count)).reversed()
            return (rows.map { Shown($0.number, $0.row) }, core.record(of: room))
        }
        for row in rows { printer.print(row.number, row.row, begins: record?.beginsAt ?? .none) }
        return record?.position.number ?? .none
    }

    func print(_ printer: TimelinePrinter, after number: EntryNumber) async throws(Failure) -> EntryNumber {
        let room = printer.room
        guard let next = number.next else { return number }
        let rows = try await read { core throws(ChatStorageError) in
            try core.timeline(of: room, in: next.rawValue...UInt64(Int64.max)).map { Shown($0.number, $0.row) }
        }
        for row in rows { printer.print(row.number, row.row, begins: .none) }
        return rows.last?.number ?? number
    }

    private struct Shown: Sendable {
        let number: EntryNumber
        let row: TimelineRow

        init(_ number: EntryNumber, _ row: TimelineRow) { (self.number, self.row) = (number, row) }
    }
}
