import GRDB
import Relay

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

extension StoreTransaction {
    /// Public states that others have replaced.
    func sweepBlobs(before time: Int64, _ bounds: SliceBounds) throws(StorageError) -> SweepResult {
        let found = try database.all(
            "SELECT row, log, hash, length(bytes) FROM blob WHERE replaced_at < ? ORDER BY replaced_at LIMIT ?",
            [time, bounds.rowsMax], SweptBlob.init)
        return try take(found, bounds)
    }

    /// The latest public states, those first that were put first: their rooms have none then.
    func sweepStates(_ bounds: SliceBounds) throws(StorageError) -> SweepResult {
        let found = try database.all(
            "SELECT row, log, hash, length(bytes) FROM blob WHERE replaced_at IS NULL ORDER BY row LIMIT ?",
            [bounds.rowsMax], SweptBlob.init)
        return try take(found, bounds)
    }

    private func take(_ found: [SweptBlob], _ bounds: SliceBounds) throws(StorageError) -> SweepResult {
        let taken = found.prefix(passing: bounds.bytesMax, \.byteCount)
        for blob in taken {
            try database.change("DELETE FROM blob WHERE row = ?", [blob.row])
            try database.change("DELETE FROM public_state WHERE log = ? AND hash = ?", [blob.log, Data(blob.hash)])
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

/// A public state's blob as it is deleted: not looked into.
private struct SweptBlob {
    let row: Int64
    let log: Int64
    let hash: [UInt8]
    let byteCount: Int

    init(_ columns: Columns) throws(StorageError) {
        row = try columns.integer(0)
        log = try columns.integer(1)
        hash = try columns.bytes(2)
        byteCount = try columns.count(3)
    }
}
