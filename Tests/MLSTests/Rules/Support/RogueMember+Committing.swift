import HPKE
import MLS
import Sodium
import TLSCodec
import Testing

extension RogueMember {
    /// A path of this member and what comes of it.
    struct Path {
        var update: UpdatePath
        let commitSecret: Secret
        let tree: RatchetTree
    }

    /// The leaf that a path of this member brings, right but for `change`.
    func leaf(
        _ key: HPKEPublicKey, _ parentHash: [UInt8], _ change: (LeafNode) -> LeafNode, by signer: SignatureSecretKey?,
        at place: LeafIndex
    ) throws(MLSError) -> LeafNode {
        guard let old = group.epoch.tree[leaf] else { throw .noSuchMember }
        return try change(old.changed(encryptionKey: key, source: .commit(parentHash: parentHash)))
            .signed(by: signer ?? player.key, suite, groupID: group.id, at: place)
    }

    /// A path over a tree in which the commit's proposals have been applied.
    ///
    /// - Parameters:
    ///   - apply: the proposals' changes; gives who is added.
    ///   - leaf: what is wrong with the leaf. It is signed afterwards.
    func path(
        extensions: Extensions? = nil, signedBy signer: SignatureSecretKey? = nil,
        leaf change: (LeafNode) -> LeafNode = { $0 },
        applying apply: (inout RatchetTree) throws -> [LeafIndex] = { _ in [] }
    ) throws -> Path {
        var tree = group.epoch.tree
        let added = Set(try apply(&tree))
        let new = try tree.renewPath(of: leaf, random: .system) { (key, hash) throws(MLSError) in
            try leaf(key, hash, change, by: signer, at: leaf)
        }
        let context = try provisionalContext(of: &tree, extensions).encoded()
        let update = try new.updatePath(in: tree, groupContext: context.span, adding: added, random: .system)
        return Path(update: update, commitSecret: new.commitSecret, tree: tree)
    }

    func provisionalContext(of tree: inout RatchetTree, _ extensions: Extensions?) throws -> GroupContext {
        try context(of: &tree, extensions, group.context.confirmedTranscriptHash)
    }

    private func context(
        of tree: inout RatchetTree, _ extensions: Extensions?, _ transcriptHash: [UInt8]
    ) throws -> GroupContext {
        GroupContext(
            cipherSuite: suite.rawValue, groupID: group.id, epoch: try #require(group.currentEpoch.next),
            treeHash: tree.treeHash(), confirmedTranscriptHash: transcriptHash,
            extensions: extensions ?? group.extensions)
    }

    /// A commit as an MLSMessage, with the confirmation tag of the epoch that these changes lead to.
    func commit(
        _ proposals: [ProposalOrRef], _ path: Path? = nil, tree: RatchetTree? = nil, extensions: Extensions? = nil,
        psks: [PSKSecret.Entry] = [], isPrivate: Bool = false, confirmationTag: [UInt8]? = nil
    ) throws -> [UInt8] {
        let signed = try signed(
            .commit(Commit(proposals: proposals, path: path?.update)), as: isPrivate ? .privateMessage : .publicMessage)
        var tree = path?.tree ?? tree ?? group.epoch.tree
        let hash = try TranscriptHash.confirmed(suite, after: group.epoch.interimTranscriptHash, signed)
        let context = try EpochContext(context(of: &tree, extensions, hash))
        let tag = JoinerSecret(
            initSecret: try keys().schedule.initSecret, commitSecret: path?.commitSecret ?? suite.zeroSecret,
            context: context
        ).mixing(pskSecret: try PSKSecret.derive(suite, psks)).epochSecret(context: context).confirmationTag(hash.span)
        let confirmed = signed.confirmed(by: confirmationTag ?? tag)
        return try isPrivate ? privateMessage(confirmed) : publicMessage(confirmed)
    }

    /// A commit of proposals by value with a path over the tree that they lead to.
    func commit(
        _ proposals: [Proposal], extensions: Extensions? = nil,
        applying apply: (inout RatchetTree) throws -> [LeafIndex] = { _ in [] }
    ) throws -> [UInt8] {
        try commit(
            proposals.map(ProposalOrRef.proposal), try path(extensions: extensions, applying: apply),
            extensions: extensions)
    }
}
