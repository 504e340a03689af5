extension ChatCore {
    /// Something is in the log that this device has signed and sealed with keys that its store hasn't used: the store is an
    /// older copy (PROTOCOL.md §5). What is regained stays, and the leaf is renewed before anything else.
    func foundOldCopy(_ room: inout LiveRoom, _ step: inout ChatStep) {
        guard !room.record.isOldCopy else { return }
        room.record.isOldCopy = true
        room.stored.recordChanged = true
        step.tell(.troubled(room.record.id))
    }
}
