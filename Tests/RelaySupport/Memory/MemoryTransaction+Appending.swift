import Identity
import Relay
import RelayProtocol

// What changes logs.
extension MemoryTransaction {
    func createLog(_ name: LogName, owner: AccountRow, head: LogHead) throws(StorageError) -> LogRow {
        guard tables.logRows[name] == nil else { throw .conflict }
        let row = LogRow(rawValue: tables.nextRow())
        try willChange { [tables] in
            tables.logRows[name] = nil
            if tables.logs.removeValue(forKey: row)?.isRoom ?? false { tables.roomCounts[owner, default: 0] -= 1 }
        }
        let log = MemoryLog(name: name, owner: owner, head: head)
        tables.logRows[name] = row
        tables.logs[row] = log
        if log.isRoom { tables.roomCounts[owner, default: 0] += 1 }
        return row
    }

    func append(_ entry: NewEntry, to log: LogRow) throws(StorageError) {
        guard tables.logs[log]?.entries[entry.number.rawValue] == nil, tables.logs[log]?.numbers[entry.hash] == nil
        else { throw .conflict }
        try change(log) {
            $0.entries[entry.number.rawValue] = MemoryEntry(
                new: entry, content: .kept(header: entry.header, body: entry.body))
            $0.numbers[entry.hash] = entry.number
        } undo: {
            $0.entries[entry.number.rawValue] = nil
            $0.numbers[entry.hash] = nil
        }
    }

    func insert(_ branch: Branch, number: BranchNumber, into log: LogRow) throws(StorageError) {
        guard try stored(log).branches.count == Int(number.rawValue) else { throw .conflict }
        try change(log) {
            $0.branches.append(branch)
        } undo: {
            $0.branches.removeLast()
        }
    }

    func insert(_ epoch: EpochRecord, into log: LogRow) throws(StorageError) {
        guard try stored(log).epochs[epoch.number] == nil else { throw .conflict }
        try change(log) {
            $0.epochs[epoch.number] = epoch
        } undo: {
            $0.epochs[epoch.number] = nil
        }
    }

    func setSuccessor(of epoch: EntryNumber, to commit: EntryNumber, in log: LogRow) throws(StorageError) {
        guard let before = try stored(log).epochs[epoch] else { throw .conflict }
        try change(log) {
            $0.epochs[epoch]?.successor = commit
        } undo: {
            $0.epochs[epoch] = before
        }
    }

    func noteDispute(_ parent: EntryNumber, of log: LogRow, account: AccountRow) throws(StorageError) {
        let dispute = MemoryDispute(parent: parent, account: account)
        guard try !stored(log).disputes.contains(dispute) else { throw .conflict }
        try change(log) {
            $0.disputes.insert(dispute)
        } undo: {
            $0.disputes.remove(dispute)
        }
    }

    func update(_ record: LogRecord, from last: EntryNumber, usage: [AccountRow: Int]) throws(StorageError) {
        // Not a copy of the log: to change it would copy its entries.
        guard let head = tables.logs[record.row]?.head, let before = tables.logs[record.row]?.usage,
            tables.logs[record.row]?.last == last
        else { throw .conflict }
        try change(record.row) {
            $0.last = record.last
            $0.head = record.head
            $0.usage.merge(usage, uniquingKeysWith: +)
        } undo: {
            $0.last = last
            $0.head = head
            $0.usage = before
        }
    }

    func putPublicState(
        _ state: PublicState, hash: BlobHash, epoch: EntryNumber, of log: LogRow, account: AccountRow,
        formerBytesMax: Int, at time: RelayTime
    ) throws(StorageError) {
        let before = try stored(log).blobs
        try change(log) {
            if let former = $0.blobs.indices.last { $0.blobs[former].replacedAt = time }
            let excess = FormerBlob.excess(
                of: $0.blobs.map { FormerBlob(account: $0.account, byteCount: $0.state.blob.count) },
                bytesMax: formerBytesMax, countMax: .max)
            for place in excess.sorted().reversed() { $0.blobs.remove(at: place) }
            $0.blobs.append(MemoryBlob(account: account, state: state, hash: hash, epoch: epoch))
        } undo: {
            $0.blobs = before
        }
    }

    func deleteItems(upTo number: EntryNumber, of log: LogRow) throws(StorageError) {
        let taken = try stored(log).entries.filter { $0.key <= number.rawValue }
        try change(log) {
            for entry in taken.values { $0.remove(entry) }
        } undo: {
            for entry in taken.values { $0.restore(entry) }
        }
    }
}

extension MemoryLog {
    mutating func remove(_ entry: MemoryEntry) {
        entries[entry.new.number.rawValue] = nil
        numbers[entry.new.hash] = nil
    }

    mutating func restore(_ entry: MemoryEntry) {
        entries[entry.new.number.rawValue] = entry
        numbers[entry.new.hash] = entry.new.number
    }
}
