import Chat
import Identity
import MLS
import RelayProtocol
import Sodium
import TLSCodec

extension TestRoom {
    /// The room as one outside sees it.
    func shown() throws -> PublicGroup {
        try PublicGroup(verifying: try groups[0].groupInfo(), configuration: .room(credentials))
    }

    /// What somebody sends who holds a link and keeps no rule.
    func forgedJoin(
        _ person: TestPerson, by secret: LinkSecret, use: UInt32, epoch: Epoch? = nil,
        markedFor other: TestPerson? = nil
    ) throws -> ExternalJoin {
        try Self.forgedJoin(
            person, into: try shown(), of: Self.id, by: secret, use: use, epoch: epoch ?? groups[0].currentEpoch,
            markedFor: other)
    }

    static func forgedJoin(
        _ person: TestPerson, into shown: PublicGroup, of room: RoomID, by secret: LinkSecret, use: UInt32,
        epoch: Epoch, markedFor other: TestPerson? = nil
    ) throws -> ExternalJoin {
        let key = (other ?? person).device.publicKey.bytes
        let options = ExternalJoinOptions { encryptionKey throws(MLSError) in
            do throws(CodecError) {
                var writer = Writer(continuing: Domain.linkMark.bytes + room.bytes)
                writer.integer(epoch.rawValue)
                try writer.opaque(key, .uint16)
                try writer.opaque(encryptionKey.bytes, .uint16)
                writer.integer(use)
                var mark = Writer(continuing: secret.key.bytes)
                mark.integer(use)
                mark.fixed(secret.signingKey.signature(for: writer.bytes))
                return [Extension(type: ExtensionType(rawValue: 0xF502), data: mark.bytes)]
            } catch { throw .malformed(error) }
        }
        return try Group.joinByExternalCommit(to: shown, as: person.client.client, options: options)
    }
}
