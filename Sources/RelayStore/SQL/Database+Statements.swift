import GRDB
import Relay

/// All SQL of the store runs through these: statements are prepared once a connection, and what SQLite throws comes out
/// as a decision.
extension Database {
    /// Runs what gives no rows.
    func change(_ sql: String, _ arguments: StatementArguments = []) throws(StorageError) {
        do {
            try cachedStatement(sql: sql).execute(arguments: arguments)
        } catch {
            throw StorageError(error)
        }
    }

    /// Runs what has to change exactly one row.
    ///
    /// - Throws: ``StorageError/conflict`` where it changed none.
    func changeOne(_ sql: String, _ arguments: StatementArguments = []) throws(StorageError) {
        try change(sql, arguments)
        guard changesCount == 1 else { throw .conflict }
    }

    /// Adds a row.
    ///
    /// - Returns: its number.
    func insert(_ sql: String, _ arguments: StatementArguments) throws(StorageError) -> Int64 {
        try change(sql, arguments)
        return lastInsertedRowID
    }

    /// `read` is lent each row in turn, and keeps nothing of it but what it returns.
    func all<Element>(
        _ sql: String, _ arguments: StatementArguments = [],
        _ read: (Columns) throws(StorageError) -> Element
    ) throws(StorageError) -> [Element] {
        do {
            let cursor = try Row.fetchCursor(cachedStatement(sql: sql), arguments: arguments)
            var elements: [Element] = []
            while let row = try cursor.next() { elements.append(try read(Columns(row: row))) }
            return elements
        } catch {
            throw StorageError(error)
        }
    }

    /// The first row of what gives one or none.
    func first<Element>(
        _ sql: String, _ arguments: StatementArguments = [],
        _ read: (Columns) throws(StorageError) -> Element
    ) throws(StorageError) -> Element? {
        do {
            let cursor = try Row.fetchCursor(cachedStatement(sql: sql), arguments: arguments)
            guard let row = try cursor.next() else { return nil }
            return try read(Columns(row: row))
        } catch {
            throw StorageError(error)
        }
    }

    func pragma(_ name: String) throws(StorageError) -> Int {
        try first("PRAGMA \(name)") { columns throws(StorageError) in try columns.count(0) } ?? 0
    }
}
