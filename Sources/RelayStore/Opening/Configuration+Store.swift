import GRDB

extension Configuration {
    /// The one connection that writes.
    ///
    /// GRDB's own way into write-ahead logging sets `synchronous` to NORMAL behind `prepareDatabase`, so this isn't
    /// it: here nothing comes after, and ``RelayStore`` asks the connection itself before it trusts it.
    static func writer(bytesMax: Int?) -> Configuration {
        var configuration = Configuration(label: "store.writer")
        configuration.prepareDatabase { database in
            guard try database.isStoreOrNew() else { throw RelayStoreError.notAStore }
            try database.execute(
                sql: """
                    PRAGMA page_size = \(StoreLimits.pageByteCount);
                    PRAGMA auto_vacuum = INCREMENTAL;
                    PRAGMA journal_mode = WAL;
                    PRAGMA secure_delete = ON;
                    PRAGMA journal_size_limit = \(StoreLimits.logBytesKept);
                    PRAGMA cache_size = -\(StoreLimits.writerCacheKibibytes);
                    """)
            try database.makeDurable()
            if let bytesMax {
                try database.execute(sql: "PRAGMA max_page_count = \(max(1, bytesMax / StoreLimits.pageByteCount))")
            }
        }
        return configuration
    }

    /// Moves the write-ahead log into the database, and does nothing else.
    static func checkpointer() -> Configuration {
        var configuration = Configuration(label: "store.checkpointer")
        configuration.prepareDatabase { try $0.makeDurable() }
        return configuration
    }

    static func reader() -> Configuration {
        var configuration = Configuration(label: "store.reader")
        configuration.readonly = true
        configuration.maximumReaderCount = StoreLimits.readersMax
        configuration.prepareDatabase { database in
            try database.execute(sql: "PRAGMA cache_size = -\(StoreLimits.readerCacheKibibytes)")
        }
        return configuration
    }

    private init(label: String) {
        self.init()
        self.label = label
        foreignKeysEnabled = false
        busyMode = .timeout(Double(StoreLimits.busyMilliseconds) / 1_000)
    }
}

extension Database {
    /// Nothing of another program's database is touched.
    fileprivate func isStoreOrNew() throws -> Bool {
        let number = try Int.fetchOne(self, sql: "PRAGMA application_id")
        if number == StoreSchema.applicationNumber { return true }
        // The migrator's own table comes before everything else: the first start may have died right behind it.
        let others = try Int.fetchOne(
            self, sql: "SELECT count(*) FROM sqlite_master WHERE tbl_name <> 'grdb_migrations'")
        return number == 0 && others == 0
    }

    /// Every commit is on the disk when it returns (`fullfsync`: on macOS too), and checkpoints happen when we say so.
    fileprivate func makeDurable() throws {
        try execute(
            sql: """
                PRAGMA synchronous = FULL;
                PRAGMA fullfsync = ON;
                PRAGMA checkpoint_fullfsync = ON;
                PRAGMA wal_autocheckpoint = 0;
                PRAGMA trusted_schema = OFF;
                PRAGMA cell_size_check = ON;
                PRAGMA temp_store = MEMORY;
                """)
    }
}
