import GRDB
import Relay
import RelayProtocol

extension RecentHashes {
    /// Takes up what the index didn't have when the process ended. What is damaged has no hash to remember.
    func gather(from database: Database) throws(StorageError) {
        let logs = try database.all("SELECT row, indexed FROM log WHERE indexed < last") {
            columns throws(StorageError) in
            (log: LogRow(rawValue: try columns.integer(0)), indexed: try columns.entry(1))
        }
        for (log, indexed) in logs {
            do throws(StorageError) {
                try gather(log, behind: indexed, from: database)
            } catch .damaged {
                continue
            }
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
