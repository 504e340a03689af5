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
        let key = (other ?? person).device.publicKey.bytes
        let epoch = epoch ?? groups[0].currentEpoch
        let options = ExternalJoinOptions { encryptionKey throws(MLSError) in
            do throws(CodecError) {
                var writer = Writer(continuing: Domain.linkMark.bytes + Self.id.bytes)
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
        return try Group.joinByExternalCommit(to: try shown(), as: person.client.client, options: options)
    }
}
