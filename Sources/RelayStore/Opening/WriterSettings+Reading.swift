import GRDB
import Relay

extension WriterSettings {
    init(of database: Database) throws(StorageError) {
        synchronous = try database.pragma("synchronous")
        journalMode =
            try database.first("PRAGMA journal_mode") { columns throws(StorageError) in
                try columns.text(0)
            } ?? ""
        secureDelete = try database.pragma("secure_delete")
        autoVacuum = try database.pragma("auto_vacuum")
    }
}
