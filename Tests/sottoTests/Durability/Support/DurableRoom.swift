import RelayClient
import RelayProtocol
import Sodium
import Testing

/// A room whose members all have one key, whatever epoch it is.
struct DurableRoom: Sendable {
    let id: RoomID
    private let key = Ed25519.SecretKey()
    private let accessKey: RoomAccessKey

    init() throws {
        id = try #require(RoomID(RandomBytes.array(count: 32)))
        accessKey = try #require(RoomAccessKey(key.publicKey.bytes))
    }

    var creation: Entry { Entry(header: .create(accessKey), body: [0]) }

    func commit(_ parent: EntryNumber, _ body: [UInt8]) -> Entry {
        Entry(header: .commit(parent: parent, accessKey: accessKey), body: body)
    }

    func message(_ parent: EntryNumber, _ body: [UInt8]) -> Entry {
        Entry(header: .message(parent: parent), body: body)
    }

    /// From its first entry on, so that every epoch can be read.
    @discardableResult func open(with client: RelayClient) async throws -> Opened {
        let (key, id) = (key, id)
        return try await client.open(id, at: .first) { hash in
            key.signature(for: RoomOpening.signedBytes(handshakeHash: hash, room: id, number: .first))
        }
    }
}
