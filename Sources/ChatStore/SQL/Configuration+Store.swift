import GRDB

extension Configuration {
    /// The store's one connection. GRDB's pools set `synchronous` to NORMAL behind `prepareDatabase`; a queue doesn't,
    /// and ``StoreSettings`` asks the connection itself.
    static func store(bytesMax: Int?) -> Configuration {
        var configuration = Configuration()
        configuration.label = "chat.store"
        configuration.foreignKeysEnabled = false
        configuration.busyMode = .timeout(Double(StoreLimits.busyMilliseconds) / 1_000)
        configuration.prepareDatabase { database in
            // Before anything is read: so the log's index is in memory, not in a file beside it, and the lock is kept.
            try database.execute(sql: "PRAGMA locking_mode = EXCLUSIVE")
            if try database.isNew() { try database.execute(sql: newFile) }
            try database.execute(
                sql: """
                    PRAGMA journal_mode = WAL;
                    PRAGMA secure_delete = ON;
                    PRAGMA synchronous = FULL;
                    PRAGMA fullfsync = ON;
                    PRAGMA checkpoint_fullfsync = ON;
                    PRAGMA wal_autocheckpoint = \(StoreLimits.logPagesMax);
                    PRAGMA journal_size_limit = 0;
                    PRAGMA trusted_schema = OFF;
                    PRAGMA cell_size_check = ON;
                    PRAGMA temp_store = MEMORY;
                    PRAGMA cache_size = -\(StoreLimits.cacheKibibytes);
                    """)
            if let bytesMax {
                try database.execute(sql: "PRAGMA max_page_count = \(max(1, bytesMax / StoreLimits.pageByteCount))")
            }
        }
        return configuration
    }

    /// What is settled when the file is made. Said again it would be written again: also on a full disk, and also by
    /// whoever has another key.
    private static var newFile: String {
        """
        PRAGMA page_size = \(StoreLimits.pageByteCount);
        PRAGMA auto_vacuum = INCREMENTAL;
        """
    }
}

extension Database {
    /// Whether it is a store's beginning.
    ///
    /// - Throws: ``ChatStoreError/notAStore``, before anything of another program's database is touched.
    fileprivate func isNew() throws -> Bool {
        let number = try Int.fetchOne(self, sql: "PRAGMA application_id")
        if number == StoreSchema.applicationNumber { return false }
        // The migrator's own table comes before everything else: the first start may have died right behind it.
        let others = try Int.fetchOne(
            self, sql: "SELECT count(*) FROM sqlite_master WHERE tbl_name <> 'grdb_migrations'")
        guard number == 0, others == 0 else { throw ChatStoreError.notAStore }
        return true
    }
}
