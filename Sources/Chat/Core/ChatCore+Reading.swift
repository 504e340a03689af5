package import MLS
import RelayClient
package import RelayProtocol

extension ChatCore {
    package var roomIDs: [RoomID] { rooms.values.sorted { $0.row < $1.row }.map(\.record.id) }

    package func record(of room: RoomID) -> RoomRecord? { rooms[room]?.record }

    package func state(of room: RoomID) -> RoomState? { rooms[room]?.state }

    /// What a room is called, or was when this device was a member.
    package func name(of room: RoomID) -> RoomName? {
        rooms[room].flatMap { $0.record.standing == .gone ? $0.record.formerName : $0.state?.settings.name }
    }

    package func suite(of room: RoomID) -> CipherSuite? { rooms[room]?.group?.cipherSuite }

    package func epochAuthenticator(of room: RoomID) -> [UInt8]? { try? rooms[room]?.group?.epochAuthenticator }

    package func outbox(of room: RoomID) -> [OutboxRow] {
        (rooms[room]?.outbox ?? [:]).sorted { $0.key < $1.key }.map(\.value)
    }

    /// What became of a room's entries, by number.
    package func timeline(
        of room: RoomID, in range: ClosedRange<UInt64> = 1...UInt64(Int64.max), newestFirst: Bool = false,
        limit: Int = .max
    ) throws(ChatStorageError) -> [(number: EntryNumber, row: TimelineRow)] {
        guard let scope = rooms[room]?.row.scope else { return [] }
        let rows = try storage.transaction { (transaction) throws(ChatStorageError) in
            try transaction.records(
                TimelineRow.self, .timeline, of: scope, in: range, newestFirst: newestFirst, limit: limit)
        }
        return rows.map { (EntryNumber($0.number), $0.record) }
    }
}

extension LiveRoom {
    /// What opens its log from the current epoch on.
    var key: RoomKey? {
        guard let group, let access = try? RoomAccess(group) else { return nil }
        let (id, number) = (record.id, record.epochBegan)
        return RoomKey(.epoch(number)) { hash in access.open(id, at: number, handshakeHash: hash) }
    }
}
