import GRDB
import Relay
import RelayProtocol

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

extension StoreTransaction {
    /// Takes the oldest bodies of a class.
    func sweepBodies(
        _ entryClass: EntryClass, before time: Int64, _ bounds: SliceBounds
    ) throws(StorageError) -> SweepResult {
        try takeBodies(of: oldest(entryClass, before: time, rowsMax: bounds.rowsMax), bounds)
    }

    /// Takes the oldest messages of one room. Where one can't even be found, the room is left as it is.
    func sweepRoom(_ log: LogRow, _ bounds: SliceBounds) throws(StorageError) -> SweepResult {
        if sweepPlace.isUnreadable(log) { return SweepResult() }
        do throws(StorageError) {
            return try takeBodies(of: oldestMessages(of: log, rowsMax: bounds.rowsMax), bounds)
        } catch .damaged {
            sweepPlace.noteUnreadable(log)
            throw .damaged
        }
    }

    /// `+class`: in the order of their numbers, not by the index of ages.
    private func oldestMessages(of log: LogRow, rowsMax: Int) throws(StorageError) -> [EntryRow] {
        guard let start = EntryRow(.first, of: log) else { throw .damaged }
        return try database.all(
            "SELECT id FROM entry WHERE id BETWEEN ? AND ? AND +class = ? ORDER BY id LIMIT ?",
            [start.id, EntryRow.end(of: log).id, EntryClass.message.rawValue, rowsMax]
        ) { columns throws(StorageError) in EntryRow(id: try columns.integer(0)) }
    }

    /// What remains of an entry moves to a table of its own, so that whole pages become free.
    private func takeBodies(of found: [EntryRow], _ bounds: SliceBounds) throws(StorageError) -> SweepResult {
        let entries = try readable(found).prefix(passing: bounds.bytesMax, \.byteCount)
        var (result, freed) = (SweepResult(), [Share: Int]())
        for entry in entries {
            try stepping(over: [entry.row]) { () throws(StorageError) in try move(entry) }
            result.rows += 1
            result.bytes += entry.byteCount
            result.logs.insert(entry.row.log)
            let share = Share(log: entry.row.log, account: entry.account)
            freed[share, default: 0] += NewEntry.chargedBytes(ofBody: entry.byteCount)
        }
        try give(back: freed)
        result.isUnfinished = found.count == bounds.rowsMax || entries.count < found.count
        return result
    }

    private struct Share: Hashable {
        let log: LogRow
        let account: AccountRow
    }

    /// All of them, or the slice has found damage and says so: then those that can't be read are known.
    private func readable(_ rows: [EntryRow]) throws(StorageError) -> [SweptEntry] {
        var entries: [SweptEntry] = []
        var unreadable: [EntryRow] = []
        for row in rows {
            do throws(StorageError) {
                let entry = try database.first(
                    "SELECT id, account, length(body), stored_at, branch, parent, hash, head FROM entry WHERE id = ?",
                    [row.id], SweptEntry.init)
                guard let entry else { throw .damaged }
                entries.append(entry)
            } catch .damaged {
                unreadable.append(row)
            }
        }
        if unreadable.isEmpty { return entries }
        return try stepping(over: unreadable) { () throws(StorageError) in throw .damaged }
    }

    private func move(_ entry: SweptEntry) throws(StorageError) {
        try database.changeOne("DELETE FROM entry WHERE id = ?", [entry.row.id])
        try database.change(
            "INSERT INTO gone VALUES (?, ?, ?, ?, ?, ?)",
            [entry.row.id, entry.storedAt, entry.branch, entry.parent, Data(entry.hash), Data(entry.head)])
    }

    private func give(back freed: [Share: Int]) throws(StorageError) {
        for (share, bytes) in freed {
            try database.change(
                "UPDATE usage SET bytes = max(0, bytes - ?) WHERE log = ? AND account = ?",
                [bytes, share.log.rawValue, share.account.rawValue])
        }
    }
}

/// An entry as it is copied without its body: not looked into.
private struct SweptEntry {
    let row: EntryRow
    let account: AccountRow
    let byteCount: Int
    let storedAt: Int64
    let branch: Int64
    let parent: Int64
    let hash: [UInt8]
    let head: [UInt8]

    init(_ columns: Columns) throws(StorageError) {
        row = EntryRow(id: try columns.integer(0))
        account = AccountRow(rawValue: try columns.integer(1))
        byteCount = try columns.count(2)
        storedAt = try columns.integer(3)
        branch = try columns.integer(4)
        parent = try columns.integer(5)
        hash = try columns.bytes(6)
        head = try columns.bytes(7)
    }
}
