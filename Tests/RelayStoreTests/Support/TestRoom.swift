import Identity
import Relay
import RelayProtocol
import RelayStore

/// A room's log, or an inbox, as the relay's core would keep it.
struct TestRoom {
    let name: LogName
    let account: AccountRow
    private(set) var record: LogRecord
    private(set) var hashes: [EntryHash] = []
    private(set) var heads: [LogHead]

    var log: LogRow { record.row }

    static func create(_ seed: UInt8, in store: RelayStore, isInbox: Bool = false) throws -> TestRoom {
        try store.write { transaction throws(StorageError) in
            try create(seed, in: transaction, isInbox: isInbox)
        }
    }

    static func create(
        _ seed: UInt8, in transaction: any RelayTransaction, isInbox: Bool = false
    ) throws(StorageError) -> TestRoom {
        let identity = Make.identity(seed)
        let known = try transaction.account(identity)?.row
        let account = if let known { known } else { try transaction.insertAccount(identity) }
        let name: LogName = isInbox ? .inbox(Make.device(seed)) : .room(Make.room(seed))
        let head = Make.head(seed)
        let row = try transaction.createLog(name, owner: account, head: head)
        return TestRoom(name: name, account: account, row: row, head: head)
    }

    private init(name: LogName, account: AccountRow, row: LogRow, head: LogHead) {
        (self.name, self.account) = (name, account)
        record = LogRecord(row: row, last: .none, head: head, trimmed: .none, trimmedHead: head)
        heads = [head]
    }

    /// Appends bodies in one transaction.
    mutating func append(
        _ bodies: [[UInt8]], to store: RelayStore, kind: EntryKind? = .message, at seconds: UInt64 = 0,
        showingToken: Bool = false
    ) throws {
        self = try store.write { transaction throws(StorageError) in
            var room = self
            try room.append(bodies, in: transaction, kind: kind, at: seconds, showingToken: showingToken)
            return room
        }
    }

    mutating func append(
        _ bodies: [[UInt8]], in transaction: any RelayTransaction, kind: EntryKind? = .message,
        at seconds: UInt64 = 0, showingToken: Bool = false
    ) throws(StorageError) {
        let last = record.last
        var usage: [AccountRow: Int] = [:]
        for body in bodies {
            let entry = next(body, kind: kind, at: seconds, showingToken: showingToken)
            try transaction.append(entry, to: log)
            record.last = entry.number
            record.head = entry.head
            if kind != nil { usage[account, default: 0] += entry.chargedBytes }
            hashes.append(entry.hash)
            heads.append(entry.head)
        }
        try transaction.update(record, from: last, usage: usage)
    }

    /// The entry that would come next.
    func next(
        _ body: [UInt8], kind: EntryKind? = .message, at seconds: UInt64 = 0, showingToken: Bool = false,
        hash: EntryHash? = nil, branch: BranchNumber = .root
    ) -> NewEntry {
        let header = kind == nil ? [] : Make.header(kind)
        let hash = hash ?? EntryHash(header: header, body: body)
        let number = EntryNumber(record.last.rawValue + 1)
        return NewEntry(
            number: number, hash: hash, head: kind == nil ? record.head : record.head.following(number, hash),
            parent: kind == .message ? .first : .none, branch: branch, kind: kind, header: header, body: body,
            account: account, showedToken: showingToken, storedAt: Make.time(seconds))
    }

    /// Takes up what sweeping has changed.
    mutating func reload(from store: RelayStore) throws {
        let name = name
        let found = try store.read { snapshot throws(StorageError) in try snapshot.log(name) }
        if let found { record = found }
    }
}
