import HPKE
import Sodium
import TLSCodec

extension GroupEpoch {
    func encode(into writer: inout SecretWriter) throws(MLSError) {
        writer.opaque(context.bytes.span)
        try writer.value(tree.exported())
        writer.opaque(interimTranscriptHash.span)
        writer.opaque(confirmationTag.span)
        writer.integer(ownLeaf.rawValue)
        writer.flag(member != nil)
        member?.encode(into: &writer)
        writer.flag(reInit != nil)
        if let reInit { try writer.value(reInit) }
        writer.count(resumptionPSKs.count)
        for psk in resumptionPSKs {
            writer.integer(psk.epoch.rawValue)
            writer.opaque(psk.secret)
        }
    }

    init(from reader: inout SecretReader, _ bytes: Span<UInt8>) throws(MLSError) {
        context = try EpochContext(try reader.value(GroupContext.self, bytes))
        tree = try RatchetTree(context.suite, restoring: try reader.value(RatchetTreeExtension.self, bytes))
        interimTranscriptHash = try reader.opaque(bytes)
        confirmationTag = try reader.opaque(bytes)
        ownLeaf = LeafIndex(rawValue: try reader.integer(UInt32.self, bytes))
        member = try reader.flag(bytes) ? MemberKeys(context.suite, ownLeaf, from: &reader, bytes) : nil
        reInit = try reader.flag(bytes) ? reader.value(ReInit.self, bytes) : nil
        for _ in 0..<(try reader.count(bytes)) {
            let epoch = Epoch(rawValue: try reader.integer(UInt64.self, bytes))
            resumptionPSKs.append(ResumptionPSK(epoch: epoch, secret: try reader.secret(context.suite, bytes)))
        }
        let interim = try TranscriptHash.interim(
            context.suite, confirmed: context.groupContext.confirmedTranscriptHash, confirmationTag: confirmationTag)
        guard tree.treeHash() == context.groupContext.treeHash, interim == interimTranscriptHash, keysAreTheTrees
        else { throw .malformed(.invalidValue) }
    }

    /// Whether the keys are those of the leaf at which the member says it stands, and of the nodes above.
    private var keysAreTheTrees: Bool {
        guard let member else { return true }
        guard let leaf = tree[ownLeaf] else { return false }
        return leaf.encryptionKey.bytes == member.path.leafKey.publicKey.bytes
            && leaf.signatureKey == member.signatureKey.publicKey
            && member.path.nodeKeys.allSatisfy { node, key in
                tree.parent(at: node)?.encryptionKey.bytes == key.publicKey.bytes
            }
    }
}
