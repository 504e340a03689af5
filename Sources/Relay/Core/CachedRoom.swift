import RelayProtocol

/// A room as the core knows it: what is stored, and what the group of requests at hand has added to it.
struct CachedRoom: Sendable {
    var record: LogRecord
    var branches: RoomBranches
    var epochs = KnownEpochs()
    /// Nothing where a sweep has changed it: to be read again.
    var usage: RoomUsage?
    var usageReadAt: RelayTime?
    /// The last entry that ``RelayTransaction/update(_:from:usage:)`` was told of.
    private(set) var storedLast: EntryNumber
    /// Bytes since then, by account.
    private(set) var added: [AccountRow: Int] = [:]

    init(record: LogRecord, branches: RoomBranches, usage: RoomUsage?) {
        self.record = record
        self.branches = branches
        self.usage = usage
        storedLast = record.last
    }

    var hasUnstored: Bool { record.last != storedLast }

    /// What it takes in memory, roughly, in pieces of 40 bytes.
    var weight: Int { branches.branches.count + (usage?.accountCount ?? 0) + KnownEpochs.countMax }

    mutating func add(_ number: EntryNumber, head: LogHead, byteCount: Int, by account: AccountRow) {
        record.last = number
        record.head = head
        usage?.add(byteCount, to: account)
        added[account, default: 0] += byteCount
    }

    mutating func markStored() {
        storedLast = record.last
        added.removeAll()
    }
}
