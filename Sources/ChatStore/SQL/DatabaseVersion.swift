import GRDB

/// Which SQLite this program runs with.
package enum DatabaseVersion {
    /// Such as `3.40.1`; nothing where not even a database in memory can be had.
    package static var text: String? {
        try? DatabaseQueue().read { try String.fetchOne($0, sql: "SELECT sqlite_version()") }
    }
}
