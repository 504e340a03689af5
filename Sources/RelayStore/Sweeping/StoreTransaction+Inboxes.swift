import Relay
import RelayProtocol

extension StoreTransaction {
    /// Takes items from the beginnings of inboxes: what stands before an old item is older.
    func sweepItems(before time: Int64, _ bounds: SliceBounds) throws(StorageError) -> SweepResult {
        let found =
            try oldest(.item, before: time, rowsMax: bounds.rowsMax)
            + oldest(.trustedItem, before: time, rowsMax: bounds.rowsMax)
        var result = SweepResult()
        for (log, items) in Dictionary(grouping: found, by: \.log) {
            let (rows, bytes) = (bounds.rowsMax - result.rows, bounds.bytesMax - result.bytes)
            guard rows > 0, bytes >= 0 else { break }
            let end = items.reduce(EntryNumber.none) { max($0, $1.number) }
            let taken = try stepping(over: items) { () throws(StorageError) in
                try takeItems(of: log, upTo: end, rowsMax: rows, bytesMax: bytes)
            }
            // An index may know what isn't there: it would be found for ever.
            if taken.rows == 0 { sweepPlace.noteUnreadable(items) }
            result.rows += taken.rows
            result.bytes += taken.bytes
            result.logs.insert(log)
        }
        result.isUnfinished = found.count >= bounds.rowsMax || result.rows < found.count
        return result
    }
}
