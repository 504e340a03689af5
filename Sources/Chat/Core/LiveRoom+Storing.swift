import MLS
import Sodium

extension LiveRoom {
    /// Keeps what has changed.
    mutating func store(_ transaction: any ChatTransaction) throws(ChatStorageError) {
        if stored.epochChanged {
            try transaction.put(try part { (group) throws(MLSError) in try group.epochPart() }, at: key(.epochs))
        }
        if stored.epochChanged || stored.ratchetChanged {
            try transaction.put(try part { (group) throws(MLSError) in try group.messagePart() }, at: key(.ratchets))
        }
        if stored.recordChanged { try transaction.put(record, at: key(.rooms)) }
        stored = StoredParts()
    }

    /// Drops the commit that is under way, wherever it lies.
    mutating func dropCommit(_ transaction: any ChatTransaction) throws(ChatStorageError) {
        (pending, staged, isCommitting) = (nil, nil, false)
        try transaction.delete(key(.commits))
        try transaction.delete(key(.commitSecrets))
    }

    mutating func put(_ row: OutboxRow, at number: UInt64, _ transaction: any ChatTransaction) throws(ChatStorageError)
    {
        self[outbox: number] = row
        try transaction.put(row, at: RowKey(.outbox, of: self.row.scope, number))
    }

    mutating func dropOutbox(_ number: UInt64, _ transaction: any ChatTransaction) throws(ChatStorageError) {
        self[outbox: number] = nil
        underWay.remove(number)
        try transaction.delete(RowKey(.outbox, of: row.scope, number))
    }

    func key(_ table: ChatTable) -> RowKey { RowKey(table, row.rawValue) }

    /// A group of whom a room is kept has both parts: a room without one keeps none.
    private func part(
        _ make: (Group) throws(MLSError) -> SecretBytes
    ) throws(ChatStorageError) -> SecretBytes {
        guard let group else { return SecretBytes(copying: []) }
        do throws(MLSError) { return try make(group) } catch { throw .failed }
    }
}
