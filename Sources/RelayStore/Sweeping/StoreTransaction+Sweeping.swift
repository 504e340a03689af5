import GRDB
import Relay
import RelayProtocol

/// How much one slice may take.
struct SliceBounds {
    let rowsMax: Int
    let bytesMax: Int
}

extension StoreTransaction {
    func sweep(_ sweep: Sweep, rowsMax: Int, bytesMax: Int) throws(StorageError) -> SweepResult {
        let bounds = SliceBounds(rowsMax: rowsMax, bytesMax: bytesMax)
        let result =
            switch sweep {
            case .messages(let time): try sweepBodies(.message, before: time.stored, bounds)
            case .commits(let time): try sweepBodies(.commit, before: time.stored, bounds)
            case .items(let time): try sweepItems(before: time.stored, bounds)
            case .hashes(let time): try sweepHashes(before: time.stored, rowsMax: rowsMax)
            case .blobs(let time): try sweepBlobs(before: time.stored, bounds)
            case .names(let time): try sweepNames(before: time.stored, rowsMax: rowsMax)
            case .oldest: try sweepOldest(bounds)
            case .room(let log): try sweepRoom(log, bounds)
            }
        movedByteCount += result.bytes
        return result
    }

    /// One kind a slice; whether there is another, the next one finds.
    private func sweepOldest(_ bounds: SliceBounds) throws(StorageError) -> SweepResult {
        var result = try sweepBodies(.message, before: .max, bounds)
        if result.rows == 0 { result = try sweepBlobs(before: .max, bounds) }
        if result.rows == 0 { result = try sweepItems(before: .max, bounds) }
        if result.rows == 0 { result = try sweepStates(bounds) }
        if result.rows == 0 { result = try sweepBodies(.commit, before: .max, bounds) }
        result.isUnfinished = result.rows > 0
        return result
    }

    /// The oldest of a class, from the index alone: a damaged row is no obstacle to finding what lies behind it.
    func oldest(_ entryClass: EntryClass, before time: Int64, rowsMax: Int) throws(StorageError) -> [EntryRow] {
        let rows = try database.all(
            "SELECT id FROM entry WHERE class = ? AND stored_at < ? ORDER BY stored_at, id LIMIT ?",
            [entryClass.rawValue, time, rowsMax + sweepPlace.unreadableCount]
        ) { columns throws(StorageError) in EntryRow(id: try columns.integer(0)) }
        return Array(rows.lazy.filter { !self.sweepPlace.isUnreadable($0) }.prefix(rowsMax))
    }

    /// Notes what can't be read. The transaction is lost then; the next slice steps over it.
    func stepping<Result>(
        over rows: [EntryRow], _ body: () throws(StorageError) -> Result
    ) throws(StorageError) -> Result {
        do throws(StorageError) {
            return try body()
        } catch .damaged {
            sweepPlace.noteUnreadable(rows)
            throw .damaged
        }
    }
}
