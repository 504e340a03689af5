package import RelayProtocol

extension ChatCore {
    /// What the relay sees of a room; nothing of one that isn't known here.
    package func relayView(of room: RoomID) throws(ChatStorageError) -> RelayView? {
        guard let live = rooms[room] else { return nil }
        var view = RelayView(
            live.record, accessKey: live.group.flatMap { try? RoomAccess($0) }?.publicKey,
            linkCount: live.state?.settings.links.count ?? 0)
        try visit(room) { _, row in
            view.add(row)
            return true
        }
        return view
    }
}
