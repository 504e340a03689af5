import GRDB
import Relay
import RelayProtocol

extension RecentHashes {
    /// Takes up what the index didn't have when the process ended. What is damaged has no hash to remember.
    func gather(from database: Database) throws(StorageError) {
        for log in try Self.logs(in: database) {
            do throws(StorageError) {
                guard let indexed = try Self.indexed(log, in: database) else { continue }
                try gather(log, behind: indexed, from: database)
            } catch .damaged {
                continue
            }
        }
    }

    /// By an index of their names, which is whole where their own rows may not be; where that is broken too, what is found
    /// before.
    private static func logs(in database: Database) throws(StorageError) -> [LogRow] {
        var logs: [LogRow] = []
        do throws(StorageError) {
            _ = try database.all("SELECT row FROM log INDEXED BY log_by_owner") { columns throws(StorageError) in
                logs.append(LogRow(rawValue: try columns.integer(0)))
            }
        } catch { guard error == .damaged else { throw error } }
        return logs
    }

    private static func indexed(_ log: LogRow, in database: Database) throws(StorageError) -> EntryNumber? {
        try database.first("SELECT indexed FROM log WHERE row = ? AND indexed < last", [log.rawValue]) {
            columns throws(StorageError) in try columns.entry(0)
        }
    }

    private func gather(_ log: LogRow, behind indexed: EntryNumber, from database: Database) throws(StorageError) {
        guard let start = EntryRow(indexed, of: log) else { throw .damaged }
        let end = try EntryRow.end(of: log)
        for table in ["entry", "gone"] {
            var gathered = HashGeneration()
            let found = try database.all(
                "SELECT id, hash FROM \(table) WHERE id > ? AND id <= ? ORDER BY id", [start.id, end.id]
            ) { columns throws(StorageError) in
                (number: EntryRow(id: try columns.integer(0)).number, hash: try columns.bytes(1))
            }
            for entry in found {
                let key = HashKey(log: log, hash: entry.hash)
                gathered.add(key, number: entry.number.stored)
            }
            keep(gathered, removed: [:], writtenCount: 0)
        }
    }
}
