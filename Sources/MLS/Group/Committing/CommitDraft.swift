import Sodium

/// A commit while it is made, by a member or by somebody who joins with it (RFC 9420 §12.4.1).
struct CommitDraft {
    /// The epoch in which it is sent.
    let epoch: GroupEpoch
    let sender: Sender
    /// Where the committer stands afterwards.
    let leaf: LeafIndex
    /// What the committer's leaf will say.
    let client: Client
    /// The extensions of that leaf where they depend on its encryption key; otherwise the client's.
    var leafExtensions: ExternalJoinOptions.LeafExtensions?
    /// What the commit is signed with: the key that the members know, or the joiner's.
    let signingKey: SignatureSecretKey
    /// The committer's keys so far; `nil` for one that joins.
    let path: PrivatePath?
    let initSecret: Secret
    let options: CommitOptions
    let random: RandomSource
    var next: ProvisionalEpoch

    /// The path, if there is one, and what follows from it.
    mutating func makePath() throws(MLSError) -> DraftedPath {
        let isNeeded = next.list.requiresPath || options.forcesPath || options.client != nil
        if let path, !isNeeded { return try withoutPath(keeping: path) }
        let joins = path == nil
        // Who joins anew must be a successor of its old appearance (RFC 9420 §12.2).
        let old = joins ? next.removed.first?.leafNode : next.tree[leaf]
        let made = try next.tree.renewPath(of: leaf, random: random) {
            [client, leafExtensions, epoch, leaf] (key, parentHash) throws(MLSError) in
            var client = client
            if let leafExtensions { client.leafExtensions = try leafExtensions(key) }
            return try client.leaf(
                epoch.suite, encryptionKey: key, source: .commit(parentHash: parentHash), groupID: epoch.groupID,
                leafIndex: leaf)
        }
        try next.rules.check(made.leaf, succeeding: old)
        try next.checkMembers(committer: leaf)
        let context = try next.provisionalContext(after: epoch)
        let update = try made.updatePath(
            in: next.tree, groupContext: context.bytes.span, adding: Set(next.added), random: random)
        return DraftedPath(
            update: update, new: made, old: joins ? nil : old, privatePath: made.privatePath,
            commitSecret: made.commitSecret)
    }

    private mutating func withoutPath(keeping path: PrivatePath) throws(MLSError) -> DraftedPath {
        var kept = path
        try next.checkMembers(committer: nil)
        try kept.prune(to: next.tree)
        return DraftedPath(
            update: nil, new: nil, old: nil, privatePath: kept, commitSecret: epoch.suite.zeroSecret)
    }

    /// The signed commit, without its confirmation tag yet.
    func content(_ path: UpdatePath?, as format: WireFormat) throws(MLSError) -> AuthenticatedContent {
        let proposals = next.list.proposals.map { item in
            item.reference.map(ProposalOrRef.reference) ?? .proposal(item.proposal)
        }
        let content = FramedContent(
            groupID: epoch.groupID, epoch: epoch.epoch, sender: sender,
            authenticatedData: options.authenticatedData, content: .commit(Commit(proposals: proposals, path: path)))
        return try .signed(content, as: format, epoch.suite, groupContext: epoch.context.bytes, with: signingKey)
    }

    /// The epoch that the commit begins.
    mutating func begin(
        _ content: AuthenticatedContent, _ path: DraftedPath, _ store: PSKStore
    ) throws(MLSError) -> NextEpoch {
        let ingredients = EpochIngredients(
            initSecret: initSecret, commitSecret: path.commitSecret,
            pskSecret: try epoch.pskSecret(of: next.list.psks, store))
        return try next.begin(
            after: epoch, content, from: ingredients, ownLeaf: leaf, path.privatePath,
            path.update == nil ? signingKey : client.signatureKey, wantsWelcome: !next.added.isEmpty)
    }
}
