import Identity

extension RowKey {
    /// Where the entry number of a message stands.
    static func message(_ id: MessageID, by sender: IdentityKey, in room: RoomRow) -> RowKey {
        RowKey(.messageIDs, of: RowScope(room.scope.bytes + sender.bytes + id.bytes))
    }
}
