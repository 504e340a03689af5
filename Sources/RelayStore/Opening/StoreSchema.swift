import GRDB

/// The tables, and how older stores become this version's. A migration that has been released never changes.
enum StoreSchema {
    /// "Sott", so that no other program's database is taken for a store.
    static let applicationNumber = 0x536F_7474

    static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("1") { database in
            try database.execute(sql: logs + directory + house)
            try database.execute(sql: "PRAGMA application_id = \(applicationNumber)")
        }
        return migrator
    }

    /// `entry` and `gone` are keyed by log row × 2³² + number. `entry_by_age` finds what retention ends; `class` is
    /// ``EntryClass``. An entry without a body moves to `gone`, so that whole pages become free. `hash_index` is behind
    /// by what ``RecentHashes`` holds: `log.indexed` is the last number that it has.
    private static let logs = """
        CREATE TABLE log(
            row INTEGER PRIMARY KEY, name BLOB NOT NULL UNIQUE, kind INTEGER NOT NULL, owner INTEGER NOT NULL,
            last INTEGER NOT NULL, head BLOB NOT NULL, trimmed INTEGER NOT NULL, trimmed_head BLOB NOT NULL,
            indexed INTEGER NOT NULL) STRICT;
        CREATE INDEX log_by_owner ON log(owner, kind);
        CREATE TABLE entry(
            id INTEGER PRIMARY KEY, class INTEGER NOT NULL, stored_at INTEGER NOT NULL, account INTEGER NOT NULL,
            branch INTEGER NOT NULL, parent INTEGER NOT NULL, hash BLOB NOT NULL, head BLOB NOT NULL,
            header BLOB NOT NULL, body BLOB NOT NULL) STRICT;
        CREATE INDEX entry_by_age ON entry(class, stored_at);
        CREATE TABLE gone(
            id INTEGER PRIMARY KEY, stored_at INTEGER NOT NULL, branch INTEGER NOT NULL, parent INTEGER NOT NULL,
            hash BLOB NOT NULL, head BLOB NOT NULL) STRICT;
        CREATE TABLE hash_index(
            log INTEGER NOT NULL, prefix INTEGER NOT NULL, number INTEGER NOT NULL,
            PRIMARY KEY(log, prefix, number)) STRICT, WITHOUT ROWID;
        CREATE TABLE branch(
            log INTEGER NOT NULL, number INTEGER NOT NULL, parent_branch INTEGER NOT NULL, parent INTEGER NOT NULL,
            readable INTEGER NOT NULL, account INTEGER, PRIMARY KEY(log, number)) STRICT, WITHOUT ROWID;
        CREATE TABLE epoch(
            id INTEGER PRIMARY KEY, branch INTEGER NOT NULL, access_key BLOB NOT NULL, successor INTEGER NOT NULL)
            STRICT;
        CREATE TABLE dispute(
            log INTEGER NOT NULL, parent INTEGER NOT NULL, account INTEGER NOT NULL,
            PRIMARY KEY(log, parent, account)) STRICT, WITHOUT ROWID;
        CREATE TABLE usage(
            log INTEGER NOT NULL, account INTEGER NOT NULL, bytes INTEGER NOT NULL,
            PRIMARY KEY(log, account)) STRICT, WITHOUT ROWID;
        CREATE TABLE inbox(
            log INTEGER PRIMARY KEY, trusted_bytes INTEGER NOT NULL, trusted_items INTEGER NOT NULL,
            other_bytes INTEGER NOT NULL, other_items INTEGER NOT NULL) STRICT;
        CREATE TABLE public_state(
            log INTEGER PRIMARY KEY, epoch INTEGER NOT NULL, hash BLOB NOT NULL, links BLOB NOT NULL) STRICT;
        CREATE TABLE blob(
            row INTEGER PRIMARY KEY, log INTEGER NOT NULL, hash BLOB NOT NULL, epoch INTEGER NOT NULL,
            account INTEGER NOT NULL, replaced_at INTEGER, bytes BLOB NOT NULL, UNIQUE(log, hash)) STRICT;
        CREATE INDEX blob_by_age ON blob(replaced_at) WHERE replaced_at IS NOT NULL;

        """

    private static let directory = """
        CREATE TABLE account(row INTEGER PRIMARY KEY, identity BLOB NOT NULL UNIQUE) STRICT;
        CREATE TABLE name(
            name TEXT PRIMARY KEY, account INTEGER NOT NULL, released_at INTEGER) STRICT, WITHOUT ROWID;
        CREATE UNIQUE INDEX name_by_account ON name(account) WHERE released_at IS NULL;
        CREATE INDEX name_by_age ON name(released_at) WHERE released_at IS NOT NULL;
        CREATE TABLE device(
            row INTEGER PRIMARY KEY, key BLOB NOT NULL UNIQUE, account INTEGER NOT NULL, credential BLOB NOT NULL,
            credential_serial INTEGER NOT NULL, line_serial INTEGER NOT NULL, token BLOB) STRICT;
        CREATE INDEX device_by_account ON device(account);
        CREATE TABLE key_package(
            row INTEGER PRIMARY KEY, device INTEGER NOT NULL, suite INTEGER NOT NULL, last_resort INTEGER NOT NULL,
            bytes BLOB NOT NULL) STRICT;
        CREATE INDEX key_package_by_device ON key_package(device, suite, last_resort);

        """

    private static let house = """
        CREATE TABLE relay(
            one INTEGER PRIMARY KEY CHECK (one = 1), stopped_cleanly INTEGER NOT NULL, time_seconds INTEGER,
            wall_clock_seconds INTEGER) STRICT;
        INSERT INTO relay VALUES (1, 1, NULL, NULL);

        """
}
