import GRDB
import Relay

/// A store whose file is ours, whose tables are this version's, and of which is known what the last run left undone.
struct OpenedStore {
    let file: StoreFile
    let writer: DatabaseQueue
    let condition: StoreCondition

    /// - Parameter hashes: gets what the index doesn't have.
    init(_ file: StoreFile, bytesMax: Int?, hashes: RecentHashes) throws(RelayStoreError) {
        self.file = file
        try file.make()
        do {
            writer = try DatabaseQueue(path: file.path, configuration: .writer(bytesMax: bytesMax))
            try writer.writeWithoutTransaction { try Self.check($0) }
            try StoreSchema.migrator.migrate(writer)
            condition = try writer.writeWithoutTransaction { try Self.begin($0, hashes) }
        } catch {
            throw RelayStoreError(error)
        }
    }

    private static func check(_ database: Database) throws {
        guard try WriterSettings(of: database) == .required else { throw RelayStoreError.unavailable }
        if try StoreSchema.migrator.hasBeenSuperseded(database) { throw RelayStoreError.newerVersion }
    }

    /// Takes the mark of a clean stop away, until there is another.
    private static func begin(_ database: Database, _ hashes: RecentHashes) throws(StorageError) -> StoreCondition {
        let stopped = try database.first("SELECT stopped_cleanly FROM relay") { columns throws(StorageError) in
            try columns.integer(0)
        }
        if stopped == 1 {
            try database.change("UPDATE relay SET stopped_cleanly = 0")
            return .clean
        }
        let findings = database.integrityFindings()
        try hashes.gather(from: database)
        return findings == 0 ? .recovered : .damaged(findings: findings)
    }
}

extension Database {
    /// How much is wrong with the file, counted up to a limit.
    fileprivate func integrityFindings() -> Int {
        do throws(StorageError) {
            let lines = try all("PRAGMA integrity_check(\(StoreLimits.findingsMax))") { columns throws(StorageError) in
                try columns.text(0)
            }
            return lines == ["ok"] ? 0 : lines.count
        } catch {
            return 1
        }
    }
}
