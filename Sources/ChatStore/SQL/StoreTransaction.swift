import Chat
import GRDB
import Sodium

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Rows, as one transaction of the database sees them: sealed on their way in, opened on their way out.
struct StoreTransaction: ChatTransaction {
    let database: Database
    let seal: RowSeal

    func row(_ key: RowKey) throws(ChatStorageError) -> Secret? {
        let place = seal.place(of: key)
        return try fetch(
            "SELECT sealed FROM row WHERE kind = ? AND scope = ? AND number = ?", place.arguments, key.table
        ) { (row) throws(ChatStorageError) in try opened(row, 0, at: place, key.table) }.first
    }

    func put(_ bytes: Span<UInt8>, at key: RowKey) throws(ChatStorageError) {
        let place = seal.place(of: key)
        let sealed = seal.seal(bytes, at: place)
        do { try RowSlots(database: database).put(sealed, at: place) } catch {
            throw ChatStorageError(error, in: key.table)
        }
    }

    func delete(_ key: RowKey) throws(ChatStorageError) {
        do { try RowSlots(database: database).delete(seal.place(of: key)) } catch {
            throw ChatStorageError(error, in: key.table)
        }
    }

    func rows(
        _ table: ChatTable, of scope: RowScope, in range: ClosedRange<UInt64>, newestFirst: Bool, limit: Int
    ) throws(ChatStorageError) -> [StoredRow] {
        let whole = seal.place(of: RowKey(table, of: scope))
        // SQLite takes a limit below 0 for none.
        let limit = max(0, Int64(clamping: limit))
        return try fetch(
            """
            SELECT number, sealed FROM row WHERE kind = ? AND scope = ? AND number BETWEEN ? AND ?
            ORDER BY number \(newestFirst ? "DESC" : "ASC") LIMIT ?
            """,
            [whole.kind, Data(whole.scope), range.lowerBound.inOrder, range.upperBound.inOrder, limit], table
        ) { (row) throws(ChatStorageError) in
            guard let number = row.integer(0).map(UInt64.init(inOrder:)) else { throw .damaged(table) }
            let place = RowPlace(kind: whole.kind, scope: whole.scope, number: number)
            return StoredRow(number: number, bytes: try opened(row, 1, at: place, table))
        }
    }

    private func opened(
        _ row: Row, _ column: Int, at place: RowPlace, _ table: ChatTable
    ) throws(ChatStorageError) -> Secret {
        guard let opened = seal.open(row.bytes(column), at: place) else { throw .damaged(table) }
        return opened
    }

    private func fetch<Element>(
        _ sql: String, _ arguments: StatementArguments, _ table: ChatTable,
        _ read: (Row) throws(ChatStorageError) -> Element
    ) throws(ChatStorageError) -> [Element] {
        do {
            let cursor = try Row.fetchCursor(database.cachedStatement(sql: sql), arguments: arguments)
            var elements: [Element] = []
            while let row = try cursor.next() { elements.append(try read(row)) }
            return elements
        } catch { throw ChatStorageError(error, in: table) }
    }
}
