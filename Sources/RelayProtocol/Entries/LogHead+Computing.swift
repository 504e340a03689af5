package import Identity
import TLSCodec

extension LogHead {
    /// Head 0: BLAKE2b-256("sotto room log 1" ‖ \0 ‖ relay key ‖ room id). It names the relay, so that no other relay's
    /// log of this room is taken for it.
    package init(before room: RoomID, at relay: RelayKey) {
        self.init(digest: Domain.roomLog.digest(of: relay.bytes + room.bytes))
    }

    /// Head n: BLAKE2b-256("sotto room head 1" ‖ \0 ‖ head n−1 ‖ n(8) ‖ entry hash).
    package func following(_ number: EntryNumber, _ entry: EntryHash) -> LogHead {
        var writer = Writer(reserving: 2 * Octets32.byteCount + 8)
        octets.encode(into: &writer)
        writer.integer(number.rawValue)
        entry.octets.encode(into: &writer)
        return LogHead(digest: Domain.roomHead.digest(of: writer.bytes))
    }
}
