import MLS
import RelayProtocol
import Sodium

extension ChatCore {
    mutating func load(_ transaction: any ChatTransaction) throws(ChatStorageError) {
        try loadContacts(transaction)
        for (number, record) in try transaction.records(RoomRecord.self, .rooms) {
            rooms[record.id] = try loaded(record, RoomRow(rawValue: number), transaction)
            nextRoomRow = max(nextRoomRow, number + 1)
        }
        inbox.position = try transaction.record(EntryNumber.self, RowKey(.values, of: .inboxPosition)) ?? .none
        let last = try transaction.rows(
            .deliveries, of: .whole, in: 0...UInt64(Int64.max), newestFirst: true, limit: 1)
        nextDelivery = (last.first?.number ?? 0) + 1
    }

    private func loaded(
        _ record: RoomRecord, _ row: RoomRow, _ transaction: any ChatTransaction
    ) throws(ChatStorageError) -> LiveRoom {
        var room = LiveRoom(row: row, record: record)
        if let epoch = try transaction.row(room.key(.epochs)), let ratchet = try transaction.row(room.key(.ratchets)),
            epoch.byteCount > 0
        {
            room.group = try group(epoch, ratchet)
            room.state = try room.group.map { (group) throws(ChatStorageError) in try state(of: group) }
        }
        room.pending = try transaction.record(PendingCommit.self, room.key(.commits))
        if let secrets = try transaction.row(room.key(.commitSecrets)) {
            if record.standing == .joining {
                room.joining = try restored(secrets, .commitSecrets) { (bytes, configuration) throws(MLSError) in
                    try ExternalJoin(restoring: bytes, configuration: configuration)
                }
            } else {
                room.staged = try restored(secrets, .commitSecrets) { (bytes, configuration) throws(MLSError) in
                    try StagedCommit(restoring: bytes, configuration: configuration)
                }
            }
        }
        for (number, waiting) in try transaction.records(OutboxRow.self, .outbox, of: row.scope) {
            room[outbox: number] = waiting
        }
        room.heads.append(record.position)
        return room
    }

    private func group(_ epoch: Secret, _ ratchet: Secret) throws(ChatStorageError) -> Group {
        try ratchet.withBytes { (ratchet) throws(ChatStorageError) in
            try restored(epoch, .epochs) { (epoch, configuration) throws(MLSError) in
                try Group(epochPart: epoch, messagePart: ratchet, configuration: configuration)
            }
        }
    }

    private func restored<Value>(
        _ stored: Secret, _ table: ChatTable,
        _ restore: (Span<UInt8>, GroupConfiguration) throws(MLSError) -> Value
    ) throws(ChatStorageError) -> Value {
        let configuration = GroupConfiguration.room(credentials)
        return try stored.withBytes { (bytes) throws(ChatStorageError) in
            do throws(MLSError) { return try restore(bytes, configuration) } catch { throw .damaged(table) }
        }
    }

    /// Of a group that was judged a room before it was kept.
    func state(of group: Group) throws(ChatStorageError) -> RoomState {
        do throws(RoomViolation) { return try RoomState(group, credentials) } catch { throw .damaged(.epochs) }
    }
}

extension RowScope {
    static let inboxPosition = RowScope(Array("inbox position".utf8))
}
