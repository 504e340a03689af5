import GRDB

/// The one table, and how older stores become this version's. A migration that has been released never changes.
enum StoreSchema {
    /// "Sotc", so that no other program's database is taken for a store.
    static let applicationNumber = 0x536F_7463

    static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("1") { database in
            try database.execute(sql: rows)
            try database.execute(sql: "PRAGMA application_id = \(applicationNumber)")
        }
        // From here on rows are padded and lie in slots: a program that doesn't know it must not write.
        migrator.registerMigration("2") { _ in }
        return migrator
    }

    /// Whether rows may have left copies behind, as they did before they lay in slots.
    static func isOfBeforeSlots(_ database: Database) throws -> Bool {
        let applied = try migrator.appliedIdentifiers(database)
        return applied.contains("1") && !applied.contains("2")
    }

    /// Nothing but what the migrations make. A trigger that somebody added without the key could undo each put, and a
    /// ratchet would be used twice.
    ///
    /// - Throws: ``ChatStoreError/damaged``.
    static func check(_ database: Database) throws {
        let model = try DatabaseQueue()
        try migrator.migrate(model)
        let expected = try model.read { try $0.schema() }
        guard try database.schema() == expected else { throw ChatStoreError.damaged }
    }

    /// `kind` is ``ChatTable``, 0 for the row that tells the key; `scope` a keyed hash. The rows are long, so they
    /// don't lie in the index.
    private static let rows = """
        CREATE TABLE row(
            id INTEGER PRIMARY KEY, kind INTEGER NOT NULL, scope BLOB NOT NULL, number INTEGER NOT NULL,
            sealed BLOB NOT NULL, UNIQUE(kind, scope, number)) STRICT;
        """
}

extension Database {
    /// Without the migrator's own table, whose words are GRDB's to choose.
    fileprivate func schema() throws -> [String] {
        try String.fetchAll(
            self,
            sql: """
                SELECT type || ' ' || name || ' ' || tbl_name || ' ' || coalesce(sql, '') FROM sqlite_master
                WHERE NOT (type IN ('table', 'index') AND tbl_name = 'grdb_migrations') ORDER BY 1
                """)
    }
}
