import HPKE
import MLS
import Sodium
import TLSCodec
import Testing

extension RogueMember.Path {
    /// The same path with another leaf. Its secrets are sealed for the old one: what comes before opening them is
    /// checked against it.
    func with(leaf: LeafNode) -> RogueMember.Path {
        with(UpdatePath(leafNode: leaf, nodes: update.nodes))
    }

    func with(nodes: [UpdatePathNode]) -> RogueMember.Path {
        with(UpdatePath(leafNode: update.leafNode, nodes: nodes))
    }

    private func with(_ update: UpdatePath) -> RogueMember.Path {
        RogueMember.Path(update: update, commitSecret: commitSecret, tree: tree)
    }
}

extension UpdatePathNode {
    func changed(key: HPKEPublicKey? = nil, ciphertexts: [HPKECiphertext]? = nil) -> UpdatePathNode {
        UpdatePathNode(
            encryptionKey: key ?? encryptionKey, encryptedPathSecrets: ciphertexts ?? encryptedPathSecrets)
    }
}

extension RogueMember {
    /// A path leaf of this member, its parent hash right for the path whose place it takes.
    func leaf(
        replacing right: LeafNode, signedBy signer: SignatureSecretKey? = nil, at place: LeafIndex? = nil,
        in groupID: GroupID? = nil, _ change: (LeafNode) -> LeafNode
    ) throws -> LeafNode {
        try change(right).signed(
            by: signer ?? player.key, suite, groupID: groupID ?? group.id, at: place ?? leaf)
    }

    /// The path of the first of two members, whose one node has this key, and this secret sealed to the other: key and
    /// secret need not belong together. Every hash and signature fits.
    func pathOfTwo(key: HPKEPublicKey, sealing secret: [UInt8]) throws -> Path {
        var tree = group.epoch.tree
        let other = LeafIndex(rawValue: 1)
        let hash = try OwnHashes.parentHashInput(key, parentHash: [], siblingTreeHash: tree.treeHash(of: other.node))
        let leafKey = HPKEPublicKey(KEMSecretKey.random(suite.hpke.kem, from: .system).publicKey)
        let leafNode = try leaf(leafKey, suite.hash(hash.span), { $0 }, by: nil, at: leaf)
        let blank = HPKECiphertext(encapsulation: [], ciphertext: [])
        let draft = UpdatePathNode(encryptionKey: key, encryptedPathSecrets: [blank])
        try tree.merge(UpdatePath(leafNode: leafNode, nodes: [draft]), of: leaf, adding: [])
        let context = try provisionalContext(of: &tree, nil).encoded()
        let recipient = try #require(tree[other]).encryptionKey.kemKey(of: suite)
        let sealed = try suite.seal(
            to: recipient, "UpdatePathNode", context: context.span, plaintext: secret.span, random: .system)
        let update = UpdatePath(leafNode: leafNode, nodes: [draft.changed(ciphertexts: [sealed])])
        return Path(update: update, commitSecret: Secret(copying: secret), tree: tree)
    }
}
