import MLS
import Sodium
import TLSCodec

extension TreeKEMGroup {
    /// A sender who isn't a member.
    struct NoMember: Error {}

    /// Whether everybody finds the commit secret in a path that this program makes.
    func opensNewPath(of sender: LeafIndex) throws -> Bool {
        var renewed = tree
        let new = try renewPath(of: sender, in: &renewed)
        let context = try context(of: &renewed)
        let path = try new.updatePath(in: renewed, groupContext: context.span, adding: [], random: .system)
        var merged = tree
        try merged.merge(UpdatePath(decoding: path.encoded()), of: sender, adding: [])
        try merged.checkParentHashes()
        guard merged.treeHash() == renewed.treeHash() else { return false }
        return try paths.allSatisfy { place, before in
            guard place != sender else { return true }
            let opened = try before.opening(path, of: sender, adding: [], in: merged, groupContext: context.span)
            return opened.commitSecret.isEqual(to: new.commitSecret)
        }
    }

    private func renewPath(of sender: LeafIndex, in tree: inout RatchetTree) throws -> NewPath {
        guard let old = tree[sender], let key = signatureKeys[sender] else { throw NoMember() }
        let suite = tree.suite
        return try tree.renewPath(of: sender, random: .system) { (encryptionKey, parentHash) throws(MLSError) in
            let leaf = LeafNode(
                encryptionKey: encryptionKey, signatureKey: old.signatureKey, credential: old.credential,
                capabilities: old.capabilities, source: .commit(parentHash: parentHash), extensions: old.extensions)
            return try signed(leaf, by: key, suite, at: sender)
        }
    }

    private func signed(
        _ leaf: LeafNode, by key: SignatureSecretKey, _ suite: CipherSuite, at place: LeafIndex
    ) throws(MLSError) -> LeafNode {
        do throws(CodecError) {
            let content = try leaf.toBeSigned(groupID: GroupID(vector.groupId.bytes), leafIndex: place)
            return leaf.signed(suite.sign(key, "LeafNodeTBS", content.span))
        } catch { throw .malformed(error) }
    }
}
