import GRDB
import Relay
import RelayProtocol

/// Lent to whoever writes, for as long as the transaction lasts.
final class StoreTransaction: StoreReading {
    let database: Database
    let hashes: RecentHashes
    let sweepPlace: SweepPlace
    /// What ``RecentHashes`` learns once all this is durable.
    var added = HashGeneration()
    var removed: [HashKey: Int64] = [:]
    var lastAdded: [LogRow: EntryNumber] = [:]
    /// The key that was looked for last, if it isn't among the recent ones.
    var absent: HashKey?
    /// Bytes of bodies and blobs that were written or overwritten.
    var movedByteCount = 0
    /// Of the hash index what has no place, for the place is broken.
    private(set) var unsettleable: SettledHashes.Row?
    private var writtenCount = 0

    init(_ database: Database, hashes: RecentHashes, sweepPlace: SweepPlace) {
        self.database = database
        self.hashes = hashes
        self.sweepPlace = sweepPlace
    }

    func lastAdded(to log: LogRow) -> EntryNumber { lastAdded[log] ?? .none }

    /// Writes a part of the hash index, before everything else.
    func settle(rowsMax: Int) throws(StorageError) {
        let rows = hashes.unsettled(rowsMax)
        for row in rows {
            do throws(StorageError) {
                try settle(row)
            } catch {
                if error == .damaged { unsettleable = row }
                throw error
            }
        }
        writtenCount = rows.count
    }

    private func settle(_ row: SettledHashes.Row) throws(StorageError) {
        // An entry may have been deleted since its hash was put in order.
        if hashes.number(of: row.key) == row.number { try index(row.key, number: row.number) }
        guard let through = row.completes else { return }
        try database.change("UPDATE log SET indexed = ? WHERE row = ?", [through, row.key.log])
    }

    func index(_ key: HashKey, number: Int64) throws(StorageError) {
        try database.change("INSERT OR IGNORE INTO hash_index VALUES (?, ?, ?)", [key.log, key.prefix, number])
    }

    /// The transaction is durable.
    func isDurable() { hashes.keep(added, removed: removed, writtenCount: writtenCount) }
}

extension StoreTransaction: RelayTransaction {}
