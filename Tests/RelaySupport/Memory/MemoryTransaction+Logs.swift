import Identity
import Relay
import RelayProtocol

// What is read of logs.
extension MemoryTransaction {
    func log(_ name: LogName) throws(StorageError) -> LogRecord? {
        try willRead()
        guard let row = tables.logRows[name], let log = tables.logs[row] else { return nil }
        return LogRecord(
            row: row, last: log.last, head: log.head, trimmed: log.trimmed, trimmedHead: log.trimmedHead)
    }

    func branches(of log: LogRow) throws(StorageError) -> [Branch] { try stored(log).branches }

    func branch(_ number: BranchNumber, of log: LogRow) throws(StorageError) -> Branch? {
        let branches = try stored(log).branches
        return Int(number.rawValue) < branches.count ? branches[Int(number.rawValue)] : nil
    }

    func epoch(_ number: EntryNumber, of log: LogRow) throws(StorageError) -> EpochRecord? {
        try stored(log).epochs[number]
    }

    func repeated(
        _ hash: EntryHash, in log: LogRow, after parent: EntryNumber
    ) throws(StorageError) -> (number: EntryNumber, head: LogHead)? {
        let log = try stored(log)
        guard let number = log.numbers[hash], number > parent, let entry = log.entries[number.rawValue] else {
            return nil
        }
        return (number, entry.new.head)
    }

    func entries(
        of log: LogRow, from: EntryNumber, countMax: Int, bytesMax: Int
    ) throws(StorageError) -> [StoredEntry] {
        let log = try stored(log)
        var (found, byteCount) = ([StoredEntry](), 0)
        // Also those of this transaction, of which the log's record doesn't know yet.
        let end = log.entries.keys.max() ?? 0
        let begin = max(from.rawValue, log.entries.keys.min() ?? UInt64.max)
        guard begin <= end else { return [] }
        for number in begin...end {
            guard let entry = log.entries[number] else { continue }
            byteCount += entry.bodyByteCount
            guard found.isEmpty || (found.count < countMax && byteCount <= bytesMax) else { break }
            found.append(
                StoredEntry(
                    number: entry.new.number, hash: entry.new.hash, branch: entry.new.branch,
                    parent: entry.new.parent, content: entry.content))
        }
        return found
    }

    func place(of number: EntryNumber, in log: LogRow) throws(StorageError) -> EntryPlace? {
        try stored(log).entries[number.rawValue].map { EntryPlace(parent: $0.new.parent, branch: $0.new.branch) }
    }

    func usage(of log: LogRow) throws(StorageError) -> [AccountRow: Int] {
        tables.usageReadCount += 1
        return try stored(log).usage
    }

    func inboxUsage(of log: LogRow) throws(StorageError) -> InboxUsage {
        try stored(log).entries.values.reduce(into: InboxUsage()) { usage, entry in
            if entry.new.showedToken {
                usage.trustedBytes += entry.bodyByteCount
                usage.trustedItems += 1
            } else {
                usage.otherBytes += entry.bodyByteCount
                usage.otherItems += 1
            }
        }
    }

    func hasDisputed(_ parent: EntryNumber, of log: LogRow, account: AccountRow) throws(StorageError) -> Bool {
        try stored(log).disputes.contains(MemoryDispute(parent: parent, account: account))
    }

    func publicState(of log: LogRow) throws(StorageError) -> StoredPublicState? {
        try stored(log).blobs.last { $0.replacedAt == nil }.map {
            StoredPublicState(epoch: $0.epoch, hash: $0.hash, links: $0.state.links)
        }
    }

    func blob(_ hash: BlobHash, of log: LogRow) throws(StorageError) -> (epoch: EntryNumber, blob: [UInt8])? {
        try stored(log).blobs.last { $0.hash == hash }.map { ($0.epoch, $0.state.blob) }
    }

    func roomCount(createdBy account: AccountRow) throws(StorageError) -> Int {
        try willRead()
        return tables.roomCounts[account] ?? 0
    }
}
