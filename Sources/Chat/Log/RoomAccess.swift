package import MLS
package import RelayProtocol
import Sodium

/// The key that opens a room's log at the relay, of one epoch: every member derives it, the relay knows its public half.
package struct RoomAccess: Sendable {
    private let key: Ed25519.SecretKey

    /// Of the group's current epoch.
    ///
    /// - Throws: ``MLSError/removed``.
    package init(_ group: Group) throws(MLSError) {
        self.init(try group.exportSecret(Self.label, context: group.id.bytes, byteCount: Ed25519.seedByteCount))
    }

    /// Of the epoch that a commit begins.
    package init(_ group: UpcomingGroup) throws(MLSError) {
        self.init(try group.exportSecret(Self.label, context: group.id.bytes, byteCount: Ed25519.seedByteCount))
    }

    /// What stands in the header of the entry that begins the epoch.
    package var publicKey: RoomAccessKey {
        guard let key = RoomAccessKey(key.publicKey.bytes) else { preconditionFailure("a public key is 32 bytes long") }
        return key
    }

    package func open(_ room: RoomID, at number: EntryNumber, handshakeHash: [UInt8]) -> [UInt8] {
        key.signature(for: RoomOpening.signedBytes(handshakeHash: handshakeHash, room: room, number: number))
    }

    private static let label = "sotto room access"

    private init(_ secret: Secret) {
        key = secret.withBytes { seed in
            do throws(SodiumError) { return try Ed25519.SecretKey(seed: seed) } catch {
                preconditionFailure("the exporter gives what it is asked for")
            }
        }
    }
}
