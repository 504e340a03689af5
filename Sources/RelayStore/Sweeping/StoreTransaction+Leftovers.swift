import GRDB
import Relay

extension StoreTransaction {
    /// Public states that others have replaced.
    func sweepBlobs(before time: Int64, _ bounds: SliceBounds) throws(StorageError) -> SweepResult {
        let found = try database.all(
            "SELECT row, length(bytes) FROM blob WHERE replaced_at < ? ORDER BY replaced_at LIMIT ?",
            [time, bounds.rowsMax]
        ) { columns throws(StorageError) in (row: try columns.integer(0), byteCount: try columns.count(1)) }
        let taken = found.prefix(passing: bounds.bytesMax, \.byteCount)
        for blob in taken {
            try database.change("DELETE FROM blob WHERE row = ?", [blob.row])
        }
        let byteCount = taken.reduce(0) { $0 + $1.byteCount }
        return SweepResult(
            rows: taken.count, bytes: byteCount,
            isUnfinished: found.count == bounds.rowsMax || taken.count < found.count)
    }

    /// Names that were given back long ago: anybody may take them.
    func sweepNames(before time: Int64, rowsMax: Int) throws(StorageError) -> SweepResult {
        try database.change(
            "DELETE FROM name WHERE name IN (SELECT name FROM name WHERE released_at < ? ORDER BY released_at LIMIT ?)",
            [time, rowsMax])
        let count = database.changesCount
        return SweepResult(rows: count, isUnfinished: count == rowsMax)
    }
}
