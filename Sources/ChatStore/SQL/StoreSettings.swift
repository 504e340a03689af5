import GRDB

/// What durability and deletion rest on, as SQLite says that it is on the very connection that writes.
package struct StoreSettings: Hashable, Sendable {
    /// 2: a commit returns when the disk has it.
    package let synchronous: Int?
    package let journalMode: String?
    /// 1: what is deleted is overwritten.
    package let secureDelete: Int?
    /// 2: free pages can be given back.
    package let autoVacuum: Int?
    package let lockingMode: String?

    static let required = StoreSettings(
        synchronous: 2, journalMode: "wal", secureDelete: 1, autoVacuum: 2, lockingMode: "exclusive")

    private init(
        synchronous: Int, journalMode: String, secureDelete: Int, autoVacuum: Int, lockingMode: String
    ) {
        (self.synchronous, self.journalMode, self.secureDelete) = (synchronous, journalMode, secureDelete)
        (self.autoVacuum, self.lockingMode) = (autoVacuum, lockingMode)
    }

    init(of database: Database) throws {
        synchronous = try Int.fetchOne(database, sql: "PRAGMA synchronous")
        journalMode = try String.fetchOne(database, sql: "PRAGMA journal_mode")
        secureDelete = try Int.fetchOne(database, sql: "PRAGMA secure_delete")
        autoVacuum = try Int.fetchOne(database, sql: "PRAGMA auto_vacuum")
        lockingMode = try String.fetchOne(database, sql: "PRAGMA locking_mode")
    }
}
