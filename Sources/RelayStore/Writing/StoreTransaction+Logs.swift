import GRDB
import Identity
import Relay
import RelayProtocol

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

extension StoreTransaction {
    func createLog(_ name: LogName, owner: AccountRow, head: LogHead) throws(StorageError) -> LogRow {
        let head = head.stored
        let row = try database.insert(
            """
            INSERT INTO log(name, kind, owner, last, head, trimmed, trimmed_head, indexed)
            VALUES (?, ?, ?, 0, ?, 0, ?, 0)
            """, [name.stored, name.kind, owner.rawValue, head, head])
        guard row <= StoreLimits.logRowMax else { throw .unavailable }
        return LogRow(rawValue: row)
    }

    func append(_ entry: NewEntry, to log: LogRow) throws(StorageError) {
        guard let row = EntryRow(entry.number, of: log) else { throw .unavailable }
        let hash = entry.hash.bytes
        let entryClass = EntryClass(entry)
        try database.change(
            "INSERT INTO entry VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [
                row.id, entryClass.rawValue, entry.storedAt.stored, entry.account.rawValue, entry.branch.stored,
                entry.parent.stored, Data(hash), entry.head.stored, Data(entry.header), Data(entry.body),
            ])
        if entryClass.isItem { try count(entry.body.count, items: 1, as: entryClass, in: log) }
        movedByteCount += entry.body.count
        lastAdded[log] = entry.number
        try remember(hash, number: entry.number.stored, in: log)
    }

    func update(
        _ record: LogRecord, from last: EntryNumber, usage: [AccountRow: Int]
    ) throws(StorageError) {
        try database.changeOne(
            "UPDATE log SET last = ?, head = ? WHERE row = ? AND last = ?",
            [record.last.stored, record.head.stored, record.row.rawValue, last.stored])
        for (account, bytes) in usage {
            try database.change(
                "INSERT INTO usage VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET bytes = bytes + excluded.bytes",
                [record.row.rawValue, account.rawValue, bytes])
        }
    }

    func insert(_ branch: Branch, number: BranchNumber, into log: LogRow) throws(StorageError) {
        try database.change(
            "INSERT INTO branch VALUES (?, ?, ?, ?, ?, ?)",
            [
                log.rawValue, number.stored, branch.parentBranch.stored, branch.parent.stored,
                branch.isReadableFromParent, branch.account?.rawValue,
            ])
    }

    func insert(_ epoch: EpochRecord, into log: LogRow) throws(StorageError) {
        guard let row = EntryRow(epoch.number, of: log) else { throw .unavailable }
        try database.change(
            "INSERT INTO epoch VALUES (?, ?, ?, ?)",
            [row.id, epoch.branch.stored, epoch.accessKey.stored, epoch.successor.stored])
    }

    func setSuccessor(of epoch: EntryNumber, to commit: EntryNumber, in log: LogRow) throws(StorageError) {
        guard let row = EntryRow(epoch, of: log) else { throw .conflict }
        try database.changeOne(
            "UPDATE epoch SET successor = ? WHERE id = ? AND successor = 0", [commit.stored, row.id])
    }

    func noteDispute(_ parent: EntryNumber, of log: LogRow, account: AccountRow) throws(StorageError) {
        try database.change(
            "INSERT INTO dispute VALUES (?, ?, ?)", [log.rawValue, parent.stored, account.rawValue])
    }
}
