import GRDB
import Relay
import RelayProtocol
import Synchronization

extension StoreTransaction {
    /// Goes round through the logs from where it stood, and forgets hashes at their beginnings.
    func sweepHashes(before time: Int64, rowsMax: Int) throws(StorageError) -> SweepResult {
        var (result, left) = (SweepResult(), rowsMax)
        while left > 0 {
            guard let log = try nextLogWithGone(after: sweepPlace.log.load(ordering: .relaxed)) else {
                sweepPlace.log.store(0, ordering: .relaxed)
                return result
            }
            let trimmed = try trim(log, before: time, rowsMax: left)
            result.rows += trimmed
            left -= max(1, trimmed)
            if left > 0 { sweepPlace.log.store(log.rawValue, ordering: .relaxed) }
        }
        result.isUnfinished = true
        return result
    }

    private func nextLogWithGone(after log: Int64) throws(StorageError) -> LogRow? {
        guard log < StoreLimits.logRowMax else { return nil }
        return try database.first(
            "SELECT id FROM gone WHERE id >= ? ORDER BY id LIMIT 1", [(log + 1) << 32]
        ) { columns throws(StorageError) in EntryRow(id: try columns.integer(0)).log }
    }

    /// - Returns: how many hashes it forgot.
    private func trim(_ log: LogRow, before time: Int64, rowsMax: Int) throws(StorageError) -> Int {
        do throws(StorageError) {
            let forgettable = try forgettable(log, before: time, rowsMax: rowsMax)
            guard let first = forgettable.first, let last = forgettable.last else { return 0 }
            try database.change("DELETE FROM gone WHERE id BETWEEN ? AND ?", [first.row.id, last.row.id])
            for entry in forgettable {
                try forget(entry.hash, number: entry.row.number.stored, in: log)
            }
            try database.change(
                "UPDATE log SET trimmed = ?, trimmed_head = ? WHERE row = ?",
                [last.row.number.stored, last.head.stored, log.rawValue])
            return forgettable.count
        } catch .damaged {
            // The next slice goes on behind this log.
            sweepPlace.log.store(log.rawValue, ordering: .relaxed)
            throw .damaged
        }
    }

    /// What follows the trimmed part without a gap, and is old enough.
    private func forgettable(
        _ log: LogRow, before time: Int64, rowsMax: Int
    ) throws(StorageError) -> ArraySlice<GoneEntry> {
        let trimmed = try database.first(
            "SELECT trimmed FROM log WHERE row = ?", [log.rawValue]
        ) { columns throws(StorageError) in try columns.entry(0) }
        guard let start = EntryRow(trimmed ?? .none, of: log) else { throw .damaged }
        let end = try EntryRow.end(of: log)
        let gone = try database.all(
            "SELECT id, stored_at, hash, head FROM gone WHERE id > ? AND id <= ? ORDER BY id LIMIT ?",
            [start.id, end.id, rowsMax], GoneEntry.init)
        return gone.enumerated().first { place, entry in
            entry.row.id != start.id &+ Int64(place) &+ 1 || entry.storedAt >= time
        }.map { gone[..<$0.offset] } ?? gone[...]
    }
}

private struct GoneEntry {
    let row: EntryRow
    let storedAt: Int64
    let hash: [UInt8]
    let head: LogHead

    init(_ columns: Columns) throws(StorageError) {
        row = EntryRow(id: try columns.integer(0))
        storedAt = try columns.integer(1)
        hash = try columns.bytes(2)
        head = try columns.noun(3)
    }
}
