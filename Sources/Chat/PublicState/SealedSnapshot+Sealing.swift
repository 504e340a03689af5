import Identity
package import MLS
package import RelayProtocol
package import Sodium
import TLSCodec

extension SealedSnapshot {
    /// Seals a snapshot under a new key, and that to every link.
    ///
    /// - Throws: ``MLSError/malformed(_:)`` for a snapshot without an encoding, `.invalid` for a link whose key is none of
    ///   the suite.
    package static func seal(
        _ snapshot: RoomSnapshot, of room: RoomID, for links: [RoomLink], suite: CipherSuite,
        random: RandomSource = .system
    ) throws(MLSError) -> (sealed: SealedSnapshot, key: SnapshotKey) {
        let key = SnapshotKey(random: random)
        let keys = try links.map { (link) throws(MLSError) in
            let sealed = try key.withBytes { (key) throws(MLSError) in
                try link.sealingKey.seal(key, info: info(room, link.key), for: suite, random: random)
            }
            return LinkedKey(link: link.key, sealed: sealed)
        }
        let nonce = random.bytes(count: nonceByteCount)
        let sealed = key.seal(try padded(snapshot), nonce: nonce, authenticating: associatedData(room))
        return (SealedSnapshot(keys: keys, nonce: nonce, sealed: sealed), key)
    }

    /// - Throws: ``MLSError/doesNotOpen``, ``MLSError/malformed(_:)``.
    package func open(with key: SnapshotKey, of room: RoomID) throws(MLSError) -> RoomSnapshot {
        let opened = try key.open(sealed, nonce: nonce, authenticating: Self.associatedData(room))
        let plaintext = opened.withBytes { Array(copying: $0) }
        do throws(CodecError) { return try Padded.value(in: plaintext) } catch { throw .malformed(error) }
    }

    /// The key, for the holder of a link; nothing where it isn't sealed to that.
    ///
    /// - Throws: ``MLSError/doesNotOpen``, ``MLSError/malformed(_:)``.
    package func key(for secret: LinkSecret, of room: RoomID, suite: CipherSuite) throws(MLSError) -> SnapshotKey? {
        let link = secret.key
        guard let linked = keys.first(where: { $0.link == link }) else { return nil }
        let opened = try secret.sealingKey(for: suite).open(linked.sealed, info: Self.info(room, link))
        return SnapshotKey(opened)
    }

    private static func padded(_ snapshot: RoomSnapshot) throws(MLSError) -> [UInt8] {
        do throws(CodecError) { return try Padded.bytes(of: snapshot, length: PaddedLength.ofBlob) } catch {
            throw .malformed(error)
        }
    }

    /// "sotto public state key 1" ‖ \0 ‖ room id ‖ link key.
    private static func info(_ room: RoomID, _ link: LinkKey) -> [UInt8] {
        Domain.publicStateKey.bytes + room.bytes + link.bytes
    }

    /// "sotto public state 1" ‖ \0 ‖ room id.
    private static func associatedData(_ room: RoomID) -> [UInt8] { Domain.publicState.bytes + room.bytes }
}
