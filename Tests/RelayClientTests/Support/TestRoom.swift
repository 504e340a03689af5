import RelayClient
import RelayProtocol
import Sodium
import Testing

/// A room of one epoch.
struct TestRoom: Sendable {
    let id: RoomID
    private let key = Ed25519.SecretKey()

    init() throws { id = try #require(RoomID(RandomBytes.array(count: 32))) }

    var creation: Entry {
        get throws { Entry(header: .create(try #require(RoomAccessKey(key.publicKey.bytes))), body: [0]) }
    }

    func message(_ number: Int, byteCount: Int = 8) -> Entry {
        var body = [UInt8](repeating: 0, count: max(8, byteCount))
        for index in 0..<8 { body[index] = UInt8(truncatingIfNeeded: number >> (8 * index)) }
        return Entry(header: .message(parent: .first), body: body)
    }

    @Sendable func sign(_ handshakeHash: [UInt8]) -> [UInt8] { sign(handshakeHash, at: .first) }

    func sign(_ handshakeHash: [UInt8], at number: EntryNumber) -> [UInt8] {
        key.signature(for: RoomOpening.signedBytes(handshakeHash: handshakeHash, room: id, number: number))
    }

    /// Whether somebody has opened it for the line with this hash.
    static func isOpened(_ request: OpenRoom, by key: RoomAccessKey, on handshakeHash: [UInt8]) -> Bool {
        let text = RoomOpening.signedBytes(
            handshakeHash: handshakeHash, room: request.room, number: request.number)
        return (try? Ed25519.PublicKey(key.bytes))?.isValid(request.signature, for: text) ?? false
    }
}

extension Entry {
    /// What ``TestRoom/message(_:byteCount:)`` was given.
    var testNumber: Int { body.prefix(8).reversed().reduce(0) { $0 << 8 | Int($1) } }
}
