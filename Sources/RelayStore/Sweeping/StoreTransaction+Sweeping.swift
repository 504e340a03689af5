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
        for kind in OldestKind.allCases where !sweepPlace.isBroken(kind) {
            var result = try stepping(over: kind) { () throws(StorageError) in try sweep(kind, bounds) }
            guard result.rows > 0 else { continue }
            result.isUnfinished = true
            return result
        }
        return SweepResult()
    }

    private func sweep(_ kind: OldestKind, _ bounds: SliceBounds) throws(StorageError) -> SweepResult {
        switch kind {
        case .messages: try sweepBodies(.message, before: .max, bounds)
        case .blobs: try sweepBlobs(before: .max, bounds)
        case .items: try sweepItems(before: .max, bounds)
        case .states: try sweepStates(bounds)
        case .commits: try sweepBodies(.commit, before: .max, bounds)
        }
    }

    /// The oldest of a class, from the index alone: a damaged row is no obstacle to finding what lies behind it.
    func oldest(_ entryClass: EntryClass, before time: Int64, rowsMax: Int) throws(StorageError) -> [EntryRow] {
        let rows = try database.all(
            "SELECT id FROM entry WHERE class = ? AND stored_at < ? ORDER BY stored_at, id LIMIT ?",
            [entryClass.rawValue, time, rowsMax + sweepPlace.unreadableCount]
        ) { columns throws(StorageError) in EntryRow(id: try columns.integer(0)) }
        return Array(rows.lazy.filter { !self.sweepPlace.isUnreadable($0) }.prefix(rowsMax))
    }

    /// Notes a kind that can't even be looked for.
    private func stepping(
        over kind: OldestKind, _ body: () throws(StorageError) -> SweepResult
    ) throws(StorageError) -> SweepResult {
        let before = sweepPlace.unreadableCount
        do throws(StorageError) {
            return try body()
        } catch .damaged {
            if sweepPlace.unreadableCount == before { sweepPlace.noteBroken(kind) }
            throw .damaged
        }
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
