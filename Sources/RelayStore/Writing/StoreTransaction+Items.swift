import GRDB
import Relay
import RelayProtocol

extension StoreTransaction {
    func deleteItems(upTo number: EntryNumber, of log: LogRow) throws(StorageError) {
        let number = min(number, EntryNumber(StoreLimits.entryNumberMax))
        if sweepPlace.isUnreadable(log) { return try skipItems(upTo: number, of: log) }
        do throws(StorageError) {
            _ = try takeItems(of: log, upTo: number, rowsMax: Int(Int32.max), bytesMax: .max)
        } catch .damaged {
            sweepPlace.noteUnreadable(log)
            throw .damaged
        }
    }

    /// What can't be read can't be deleted. Its owner is rid of it all the same.
    private func skipItems(upTo number: EntryNumber, of log: LogRow) throws(StorageError) {
        try database.change(
            "UPDATE log SET trimmed = max(trimmed, min(last, ?)) WHERE row = ?", [number.stored, log.rawValue])
        try database.change("DELETE FROM inbox WHERE log = ?", [log.rawValue])
    }

    /// Deletes items from the inbox's beginning on; the log begins behind them.
    func takeItems(
        of log: LogRow, upTo number: EntryNumber, rowsMax: Int, bytesMax: Int
    ) throws(StorageError) -> (rows: Int, bytes: Int) {
        guard let start = EntryRow(.first, of: log), let end = EntryRow(number, of: log) else { throw .damaged }
        let items = try database.all(
            "SELECT id, class, length(body), hash FROM entry WHERE id BETWEEN ? AND ? ORDER BY id LIMIT ?",
            [start.id, end.id, rowsMax], Item.init
        ).prefix(passing: bytesMax, \.byteCount)
        guard let last = items.last else { return (0, 0) }
        try database.change("DELETE FROM entry WHERE id BETWEEN ? AND ?", [start.id, last.row.id])
        for item in items {
            try forget(item.hash, number: item.row.number.stored, in: log)
        }
        for entryClass in [EntryClass.item, .trustedItem] {
            let counted = items.filter { $0.entryClass == entryClass }
            try count(-counted.reduce(0) { $0 + $1.byteCount }, items: -counted.count, as: entryClass, in: log)
        }
        let byteCount = items.reduce(0) { $0 + $1.byteCount }
        movedByteCount += byteCount
        try database.change("UPDATE log SET trimmed = ? WHERE row = ?", [last.row.number.stored, log.rawValue])
        return (items.count, byteCount)
    }

    /// Keeps an inbox's counts.
    func count(_ bytes: Int, items: Int, as entryClass: EntryClass, in log: LogRow) throws(StorageError) {
        guard items != 0 else { return }
        let isTrusted = entryClass == .trustedItem
        try database.change(
            """
            INSERT INTO inbox VALUES (?1, max(0, ?2), max(0, ?3), max(0, ?4), max(0, ?5)) ON CONFLICT DO UPDATE SET
            trusted_bytes = max(0, trusted_bytes + ?2),
            trusted_items = max(0, trusted_items + ?3),
            other_bytes = max(0, other_bytes + ?4),
            other_items = max(0, other_items + ?5)
            """,
            [
                log.rawValue, isTrusted ? bytes : 0, isTrusted ? items : 0, isTrusted ? 0 : bytes,
                isTrusted ? 0 : items,
            ])
    }
}

/// What deleting an item needs to know of it.
private struct Item {
    let row: EntryRow
    let entryClass: EntryClass?
    let byteCount: Int
    let hash: [UInt8]

    init(_ columns: Columns) throws(StorageError) {
        row = EntryRow(id: try columns.integer(0))
        entryClass = EntryClass(rawValue: try columns.integer(1))
        byteCount = try columns.count(2)
        hash = try columns.bytes(3)
    }
}
