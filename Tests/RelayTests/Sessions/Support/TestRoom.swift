import Identity
import RelayProtocol
import RelaySupport
import Sodium

/// A room as its members know it: its id, and the access keys of its epochs.
struct TestRoom: Sendable {
    let id: RoomID
    /// By the entry that begins the epoch.
    private(set) var keys: [UInt64: Ed25519.SecretKey] = [:]

    init(_ number: UInt64) {
        id = .numbered(number)
        keys[1] = Ed25519.SecretKey()
    }

    /// The epoch that the next entry begins.
    mutating func beginEpoch(_ number: UInt64) -> RoomAccessKey {
        let key = Ed25519.SecretKey()
        keys[number] = key
        return Self.accessKey(key)
    }

    func accessKey(_ number: UInt64) -> RoomAccessKey { Self.accessKey(keys[number] ?? Ed25519.SecretKey()) }

    var creation: RelayRequest {
        .append(Append(room: id, entry: .create(key: accessKey(1))))
    }

    func message(_ body: [UInt8], parent: UInt64 = 1) -> RelayRequest {
        .append(Append(room: id, entry: .message(parent, body)))
    }

    /// Signed for one line.
    func opening(_ number: UInt64 = 1, for handshakeHash: [UInt8]) -> RelayRequest {
        let signed = RoomOpening.signedBytes(handshakeHash: handshakeHash, room: id, number: EntryNumber(number))
        let signature = keys[number]?.signature(for: signed) ?? Array(repeating: 0, count: 64)
        return .openRoom(OpenRoom(room: id, number: EntryNumber(number), signature: signature))
    }

    func follow(from number: UInt64 = 0) -> RelayRequest { .follow(Follow(room: id, from: EntryNumber(number))) }

    func whisper(_ body: [UInt8]) -> RelayRequest { .whisper(Whisper(room: id, body: body)) }

    private static func accessKey(_ key: Ed25519.SecretKey) -> RoomAccessKey {
        guard let key = RoomAccessKey(key.publicKey.bytes) else { preconditionFailure("a key is 32 bytes long") }
        return key
    }
}
