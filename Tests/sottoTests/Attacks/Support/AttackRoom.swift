import RelayProtocol
import Sodium

/// A room as its members know it: its id, and the access key of each epoch.
struct AttackRoom: Sendable {
    let id: RoomID
    /// By the entry that begins the epoch.
    private(set) var keys: [UInt64: Ed25519.SecretKey] = [1: Ed25519.SecretKey()]

    init() {
        guard let id = RoomID(RandomBytes.array(count: 32)) else { preconditionFailure("32 bytes are an id") }
        self.id = id
    }

    var creation: RelayRequest {
        append(Entry(header: .create(accessKey(of: keys[1])), body: [1]))
    }

    func message(_ body: [UInt8], parent: UInt64 = 1) -> RelayRequest {
        append(Entry(header: .message(parent: EntryNumber(parent)), body: body))
    }

    func commit(
        _ parent: UInt64, flags: EntryFlags = [], key: Ed25519.SecretKey = Ed25519.SecretKey(), body: [UInt8]
    ) -> RelayRequest {
        append(
            Entry(
                header: .commit(parent: EntryNumber(parent), accessKey: accessKey(of: key), flags: flags), body: body))
    }

    func append(_ entry: Entry, publicState: PublicState? = nil) -> RelayRequest {
        .append(Append(room: id, entry: entry, publicState: publicState))
    }

    /// Its members share the key of the epoch that entry `number` has begun.
    mutating func know(_ key: Ed25519.SecretKey, of number: UInt64) { keys[number] = key }

    /// - Parameter key: in place of the epoch's.
    func opening(_ number: UInt64 = 1, on line: RelayLine, with key: Ed25519.SecretKey? = nil) -> RelayRequest {
        .openRoom(
            OpenRoom(
                room: id, number: EntryNumber(number),
                signature: signature(number, over: line.line.handshakeHash, with: key)))
    }

    func signature(
        _ number: UInt64 = 1, over handshakeHash: [UInt8], with key: Ed25519.SecretKey? = nil
    ) -> [UInt8] {
        let signed = RoomOpening.signedBytes(handshakeHash: handshakeHash, room: id, number: EntryNumber(number))
        return (key ?? keys[number])?.signature(for: signed) ?? [UInt8](repeating: 0, count: 64)
    }

    func follow(from number: UInt64 = 1) -> RelayRequest { .follow(Follow(room: id, from: EntryNumber(number))) }

    private func accessKey(of key: Ed25519.SecretKey?) -> RoomAccessKey {
        guard let key, let bytes = RoomAccessKey(key.publicKey.bytes) else {
            preconditionFailure("the first epoch has a key")
        }
        return bytes
    }
}
