import RelayProtocol
import Sodium

/// A room of one epoch, whose key everybody here has.
struct BenchRoom: Sendable {
    let id: RoomID
    private let key: Ed25519.SecretKey

    init() throws { try self.init(seed: RandomBytes.array(count: 32)) }

    /// The same room for the same name. Nothing about it is secret.
    init(named name: String) throws { try self.init(seed: BLAKE2b.digest(of: Array(name.utf8))) }

    private init(seed: [UInt8]) throws {
        guard let id = RoomID(seed) else { throw BenchmarkError.relay }
        self.id = id
        key = try Ed25519.SecretKey(seed: seed)
    }

    func creation() throws -> RelayRequest {
        guard let accessKey = RoomAccessKey(key.publicKey.bytes) else { throw BenchmarkError.relay }
        return .append(Append(room: id, entry: Entry(header: .create(accessKey), body: [0])))
    }

    func opening(handshakeHash: [UInt8]) -> RelayRequest {
        let text = RoomOpening.signedBytes(handshakeHash: handshakeHash, room: id, number: .first)
        return .openRoom(OpenRoom(room: id, number: .first, signature: key.signature(for: text)))
    }

    func follow(from number: EntryNumber) -> RelayRequest { .follow(Follow(room: id, from: number)) }

    /// Every one another: the relay takes equal ones for one.
    func message(_ number: Int, byteCount: Int) -> RelayRequest {
        var body = [UInt8](repeating: 0x61, count: byteCount)
        var rest = UInt64(number)
        for index in body.indices.prefix(8) {
            body[index] = UInt8(truncatingIfNeeded: rest)
            rest >>= 8
        }
        return .append(Append(room: id, entry: Entry(header: .message(parent: .first), body: body)))
    }
}
