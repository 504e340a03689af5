import GRDB
import Relay
import RelayProtocol

extension StoreTransaction {
    func repeated(
        _ hash: EntryHash, in log: LogRow, after parent: EntryNumber
    ) throws(StorageError) -> (number: EntryNumber, head: LogHead)? {
        let whole = hash.bytes
        let key = HashKey(log: log, hash: whole)
        let recent = recentNumber(of: key)
        if recent == nil { absent = key }
        if let number = recent, let found = try entry(number, of: log, named: whole) { return found }
        if let start = start(of: log), EntryNumber(UInt64(bitPattern: start)) <= parent.next ?? parent { return nil }
        let numbers = try database.all(
            "SELECT number FROM hash_index WHERE log = ? AND prefix = ?", [key.log, key.prefix]
        ) { columns throws(StorageError) in try columns.integer(0) }
        for number in numbers {
            if let found = try entry(number, of: log, named: whole) { return found }
        }
        return nil
    }

    /// The entry's hash will be found from now on.
    func remember(_ hash: [UInt8], number: Int64, in log: LogRow) throws(StorageError) {
        let key = HashKey(log: log, hash: hash)
        if absent == key || recentNumber(of: key) == nil { return added.add(key, number: number) }
        try index(key, number: number)
        added.noteCollision(in: key.log)
    }

    /// The entry is no more.
    func forget(_ hash: [UInt8], number: Int64, in log: LogRow) throws(StorageError) {
        let key = HashKey(log: log, hash: hash)
        try database.change(
            "DELETE FROM hash_index WHERE log = ? AND prefix = ? AND number = ?", [key.log, key.prefix, number])
        added.remove(key, number: number)
        if hashes.number(of: key) == number { removed[key] = number }
    }

    private func recentNumber(of key: HashKey) -> Int64? {
        if let number = added.numbers[key] { return number }
        guard let number = hashes.number(of: key), removed[key] != number else { return nil }
        return number
    }

    private func start(of log: LogRow) -> Int64? {
        if added.collided.contains(log.rawValue) { return nil }
        return hashes.start(of: log.rawValue) ?? added.ranges[log.rawValue]?.lowerBound
    }

    /// Nothing if the entry of this number has another hash, or isn't there.
    private func entry(
        _ number: Int64, of log: LogRow, named hash: [UInt8]
    ) throws(StorageError) -> (number: EntryNumber, head: LogHead)? {
        let number = EntryNumber(UInt64(bitPattern: number))
        guard let row = EntryRow(number, of: log) else { return nil }
        let names = try database.first(
            """
            SELECT hash, head FROM entry WHERE id = ?1 UNION ALL SELECT hash, head FROM gone WHERE id = ?1
            """, [row.id]
        ) { columns throws(StorageError) in (hash: try columns.bytes(0), head: try columns.bytes(1)) }
        guard let names, names.hash == hash else { return nil }
        guard let head = LogHead(names.head) else { throw .damaged }
        return (number, head)
    }
}
