import Sodium
import TLSCodec

extension PastEpoch {
    /// Only the leaves are stored that aren't the current tree's: most are.
    func encodeEpochPart(into writer: inout SecretWriter, beside tree: RatchetTree) throws(MLSError) {
        secrets.encodeEpochPart(into: &writer)
        let differences = members.differences(from: tree)
        writer.count(differences.count)
        for (leaf, node) in differences {
            writer.integer(leaf.rawValue)
            writer.flag(node != nil)
            if let node { try writer.value(node) }
        }
    }

    init(
        epochPart: inout SecretReader, _ epochBytes: Span<UInt8>, messagePart: inout SecretReader,
        _ messageBytes: Span<UInt8>, beside tree: RatchetTree
    ) throws(MLSError) {
        secrets = try EpochSecrets(epochPart: &epochPart, epochBytes, messagePart: &messagePart, messageBytes)
        var changed: [LeafIndex: LeafNode?] = [:]
        for _ in 0..<(try epochPart.count(epochBytes)) {
            let leaf = LeafIndex(rawValue: try epochPart.integer(UInt32.self, epochBytes))
            let node = try epochPart.flag(epochBytes) ? epochPart.value(LeafNode.self, epochBytes) : nil
            changed.updateValue(node, forKey: leaf)
        }
        members = PastMembers(tree, changed: changed)
    }
}
