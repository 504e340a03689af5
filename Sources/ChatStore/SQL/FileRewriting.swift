import GRDB

/// Writes the whole file anew (`VACUUM`) where it is worth it: its cost is paid for by what was put there and deleted.
enum FileRewriting {
    /// Due from now on, also after a crash.
    static func begin(_ database: Database) throws { try mark(true, database) }

    /// Where it was begun, or at least half of the file lies empty.
    static func runWhereDue(_ database: Database) throws {
        if try !isBegun(database) {
            guard try isWorthIt(database) else { return }
            // Until the file is written anew, taking slots away may have left copies of other rows.
            try database.inTransaction {
                try RowSlots(database: database).dropEmpty()
                try mark(true, database)
                return .commit
            }
        }
        try database.execute(sql: "VACUUM")
        try mark(false, database)
    }

    private static func isWorthIt(_ database: Database) throws -> Bool {
        let empty = try RowSlots(database: database).emptyByteCount()
        guard empty >= StoreLimits.emptyBytesMin else { return false }
        let pages = try Int.fetchOne(database, sql: "PRAGMA page_count") ?? 0
        return empty >= pages * StoreLimits.pageByteCount / 2
    }

    /// In the file's own header: `user_version`, which GRDB's migrator leaves alone.
    private static func isBegun(_ database: Database) throws -> Bool {
        try Int.fetchOne(database, sql: "PRAGMA user_version") == 1
    }

    private static func mark(_ isBegun: Bool, _ database: Database) throws {
        try database.execute(sql: "PRAGMA user_version = \(isBegun ? 1 : 0)")
    }
}
