package import Identity

extension LogHead {
    /// Head 0: BLAKE2b-256("sotto room log 1" ‖ \0 ‖ relay key ‖ room id). It names the relay, so that no other relay's
    /// log of this room is taken for it.
    package init(before room: RoomID, at relay: RelayKey) {
        self = Self.of(Domain.roomLog.digest(of: relay.bytes + room.bytes))
    }

    /// Head n: BLAKE2b-256("sotto room head 1" ‖ \0 ‖ head n−1 ‖ n(8) ‖ entry hash).
    package func following(_ number: EntryNumber, _ entry: EntryHash) -> LogHead {
        Self.of(Domain.roomHead.digest(of: bytes + number.bigEndianBytes + entry.bytes))
    }

    private static func of(_ digest: [UInt8]) -> LogHead {
        guard let head = LogHead(digest) else { preconditionFailure("a digest of 32 bytes is 32 bytes long") }
        return head
    }
}
