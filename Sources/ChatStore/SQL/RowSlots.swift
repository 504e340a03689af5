import GRDB

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Where in the file rows lie, so that what is deleted can be overwritten where it stood, and nowhere else.
///
/// `secure_delete` overwrites a row that goes, but whenever rows of different lengths come and go SQLite moves others
/// from page to page, and leaves copies of these behind. So none is moved here: a row is overwritten by one of the same
/// length, or its slot is, with zeros, and kept for another of that length; new slots are added at the end alone. What
/// is sealed has few lengths (``RowSeal``), so slots are soon used again.
struct RowSlots {
    let database: Database

    /// The kind of an empty slot; no ``ChatTable`` has it. As with any other kind but those below 2, SQLite keeps it in
    /// one byte.
    static let empty: UInt8 = 127

    func put(_ sealed: [UInt8], at place: RowPlace) throws {
        if let slot = try slot(at: place) {
            if slot.byteCount == sealed.count { return try write(sealed, at: place, to: slot.id) }
            try clear(slot, of: place.kind)
        }
        if let id = try emptySlot(for: sealed.count, of: place.kind) { return try write(sealed, at: place, to: id) }
        try database.cachedStatement(
            sql: "INSERT INTO row(kind, scope, number, sealed) VALUES (?, ?, ?, ?)"
        ).execute(arguments: place.arguments + [Data(sealed)])
    }

    func delete(_ place: RowPlace) throws {
        guard let slot = try slot(at: place) else { return }
        try clear(slot, of: place.kind)
    }

    /// The bytes that lie empty.
    func emptyByteCount() throws -> Int {
        let arguments: StatementArguments = [Self.empty, Self.emptyScope]
        let lengths = try Int64.fetchCursor(
            database, sql: "SELECT number FROM row WHERE kind = ? AND scope = ?", arguments: arguments)
        var total = 0
        while let number = try lengths.next() { total += Int(clamping: UInt64(inOrder: number) >> Self.idBits) }
        return total
    }

    /// Takes the empty slots away: for whoever writes the whole file anew right after.
    func dropEmpty() throws {
        try database.execute(sql: "DELETE FROM row WHERE kind = ?", arguments: [Self.empty])
    }

    private struct Slot {
        let id: Int64
        let byteCount: Int
    }

    private static let emptyScope = Data(count: RowSeal.scopeByteCount)
    private static let idBits: UInt64 = 32

    private func slot(at place: RowPlace) throws -> Slot? {
        let statement = try database.cachedStatement(
            sql: "SELECT id, length(sealed) FROM row WHERE kind = ? AND scope = ? AND number = ?")
        return try Row.fetchOne(statement, arguments: place.arguments).flatMap { row in
            guard let id = row.integer(0), let byteCount = row.integer(1) else { return nil }
            return Slot(id: id, byteCount: Int(byteCount))
        }
    }

    private func write(_ sealed: [UInt8], at place: RowPlace, to id: Int64) throws {
        try database.cachedStatement(
            sql: "UPDATE row SET kind = ?, scope = ?, number = ?, sealed = ? WHERE id = ?"
        ).execute(arguments: place.arguments + [Data(sealed), id])
    }

    /// Of the same length, to the byte, as the row was.
    private func clear(_ slot: Slot, of kind: UInt8) throws {
        let byteCount = Self.emptyByteCount(of: slot.byteCount, kind)
        let number = UInt64(clamping: byteCount) << Self.idBits | UInt64(bitPattern: slot.id) & 0xFFFF_FFFF
        try database.cachedStatement(
            sql: "UPDATE row SET kind = ?, scope = ?, number = ?, sealed = ? WHERE id = ?"
        ).execute(arguments: [Self.empty, Self.emptyScope, number.inOrder, Data(count: byteCount), slot.id])
    }

    private func emptySlot(for byteCount: Int, of kind: UInt8) throws -> Int64? {
        let first = UInt64(clamping: Self.emptyByteCount(of: byteCount, kind)) << Self.idBits
        let last = first | 0xFFFF_FFFF
        return try Int64.fetchOne(
            database.cachedStatement(
                sql: "SELECT id FROM row WHERE kind = ? AND scope = ? AND number BETWEEN ? AND ? LIMIT 1"),
            arguments: [Self.empty, Self.emptyScope, first.inOrder, last.inOrder])
    }

    /// SQLite keeps the kinds 0 and 1 in no byte at all.
    private static func emptyByteCount(of byteCount: Int, _ kind: UInt8) -> Int {
        kind < 2 ? max(0, byteCount - 1) : byteCount
    }
}
