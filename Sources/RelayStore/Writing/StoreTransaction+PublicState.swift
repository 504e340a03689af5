import GRDB
import Relay
import RelayProtocol

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

extension StoreTransaction {
    func putPublicState(
        _ state: PublicState, hash: BlobHash, epoch: EntryNumber, of log: LogRow, account: AccountRow,
        formerBytesMax: Int, at time: RelayTime
    ) throws(StorageError) {
        let hash = hash.stored
        try database.change(
            "UPDATE blob SET replaced_at = ? WHERE log = ? AND replaced_at IS NULL", [time.stored, log.rawValue])
        try dropFormer(of: log, bytesMax: formerBytesMax)
        try database.change(
            """
            INSERT INTO blob(log, hash, epoch, account, replaced_at, bytes) VALUES (?, ?, ?, ?, NULL, ?)
            ON CONFLICT(log, hash) DO UPDATE SET epoch = excluded.epoch, replaced_at = NULL
            """, [log.rawValue, hash, epoch.stored, account.rawValue, Data(state.blob)])
        try database.change(
            "INSERT OR REPLACE INTO public_state VALUES (?, ?, ?, ?)",
            [log.rawValue, epoch.stored, hash, Data(state.links.stored)])
        movedByteCount += state.blob.count
    }

    /// Those of the former ones stay that ``FormerBlob`` lets stay.
    private func dropFormer(of log: LogRow, bytesMax: Int) throws(StorageError) {
        let former = try database.all(
            """
            SELECT row, account, length(bytes) FROM blob WHERE log = ? AND replaced_at IS NOT NULL
            ORDER BY replaced_at, row
            """, [log.rawValue]
        ) { columns throws(StorageError) in
            (row: try columns.integer(0), account: try columns.integer(1), byteCount: try columns.count(2))
        }
        let excess = FormerBlob.excess(
            of: former.map { FormerBlob(account: AccountRow(rawValue: $0.account), byteCount: $0.byteCount) },
            bytesMax: bytesMax, countMax: StoreLimits.formerBlobsMax)
        for place in excess {
            try database.change("DELETE FROM blob WHERE row = ?", [former[place].row])
            movedByteCount += former[place].byteCount
        }
    }
}
