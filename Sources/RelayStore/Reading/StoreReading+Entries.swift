import GRDB
import Relay
import RelayProtocol

extension StoreReading {
    func entries(
        of log: LogRow, from: EntryNumber, countMax: Int, bytesMax: Int
    ) throws(StorageError) -> [StoredEntry] {
        guard let range = try range(of: log, from: from), countMax > 0 else { return [] }
        var kept = KeptEntries(range: range, countMax: countMax, bytesMax: bytesMax)
        try kept.read(from: database, log)
        if kept.isWithoutGaps { return kept.entries }
        let gone = try gone(of: log, in: kept.covered)
        return kept.completed(by: gone)
    }

    func place(of number: EntryNumber, in log: LogRow) throws(StorageError) -> EntryPlace? {
        guard let row = EntryRow(number, of: log) else { return nil }
        return try database.first(
            """
            SELECT parent, branch FROM entry WHERE id = ?1 UNION ALL SELECT parent, branch FROM gone WHERE id = ?1
            """, [row.id]
        ) { columns throws(StorageError) in
            EntryPlace(parent: try columns.entry(0), branch: try columns.branch(1))
        }
    }

    /// The numbers that the log still knows, from one on.
    private func range(of log: LogRow, from: EntryNumber) throws(StorageError) -> ClosedRange<UInt64>? {
        let bounds = try database.first(
            "SELECT trimmed, last FROM log WHERE row = ?", [log.rawValue]
        ) { columns throws(StorageError) in (trimmed: try columns.entry(0), last: try columns.entry(1)) }
        guard let bounds, let first = bounds.trimmed.next else { return nil }
        let (start, last) = (max(first, from).rawValue, max(bounds.last, lastAdded(to: log)).rawValue)
        return start <= last ? start...last : nil
    }

    private func gone(
        of log: LogRow, in range: ClosedRange<UInt64>
    ) throws(StorageError) -> [UInt64: StoredEntry] {
        guard let start = EntryRow(EntryNumber(range.lowerBound), of: log),
            let end = EntryRow(EntryNumber(range.upperBound), of: log)
        else { throw .damaged }
        do throws(StorageError) {
            let entries = try database.all(
                "SELECT id, branch, parent, hash FROM gone WHERE id BETWEEN ? AND ?", [start.id, end.id]
            ) { columns throws(StorageError) in
                StoredEntry(
                    number: EntryRow(id: try columns.integer(0)).number, hash: try columns.noun(3),
                    branch: try columns.branch(1), parent: try columns.entry(2), content: .gone)
            }
            return Dictionary(entries.map { ($0.number.rawValue, $0) }) { first, _ in first }
        } catch .damaged {
            return [:]
        }
    }
}
