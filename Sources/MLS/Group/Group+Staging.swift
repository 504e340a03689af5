import Sodium

extension Group {
    /// What another's commit leads to (RFC 9420 §12.4.2). The group itself doesn't change.
    func stage(
        _ commit: Commit, in verified: VerifiedContent, _ reference: CommitReference, _ psks: PSKStore, _ now: UnixTime?
    ) throws(MLSError) -> StagedCommit {
        let keys = try active()
        let list = try list(of: commit, verified.sender)
        var next = try ProvisionalEpoch(applying: list, to: epoch, configuration, now: now)
        let committer = try committer(verified.sender, &next.tree)
        let old = try merge(commit.path, of: committer, into: &next)
        try next.checkMembers(committer: commit.path == nil ? nil : committer)
        let effects = next.effects(
            committer: committer, replacing: verified.sender == .newMemberCommit ? nil : old,
            hasPath: commit.path != nil, authenticatedData: verified.framed.authenticatedData)
        let begun: NextEpoch? =
            list.removes.contains(epoch.ownLeaf)
            ? nil : try begin(&next, commit.path, by: committer, in: verified, keys, psks)
        return StagedCommit(
            reference: reference, effects: effects, base: CommitBase(epoch),
            next: begun.map { Group($0.epoch, $0.secrets, configuration) })
    }

    private func list(of commit: Commit, _ sender: Sender) throws(MLSError) -> ProposalList {
        switch sender {
        case .member(let leaf):
            let list = try ProposalList(commit, by: sender, cache: proposals, cipherSuite)
            try list.checkMembers(committer: leaf, in: epoch.tree, purpose: .ordinary)
            guard commit.path != nil || !list.requiresPath else { throw .invalid(.commitPathRequired) }
            return list
        case .newMemberCommit:
            // Nothing of this group's cache: a reference is refused whatever it names.
            guard commit.proposals.allSatisfy({ $0.asReference == nil }) else { throw .invalid(.externalCommitByValue) }
            guard commit.path != nil else { throw .invalid(.externalCommitPath) }
            let list = try ProposalList(commit, by: sender, cache: ProposalCache(), cipherSuite)
            try list.checkExternal(in: epoch.tree)
            return list
        case .external: throw .invalid(.externalSenderProposes)
        case .newMemberProposal: throw .invalid(.newMemberProposalIsAdd)
        }
    }

    /// Where the committer stands in the new tree.
    private func committer(_ sender: Sender, _ tree: inout RatchetTree) throws(MLSError) -> LeafIndex {
        if case .member(let leaf) = sender { return leaf }
        return try tree.makeRoom()
    }

    /// Puts the path into the tree.
    ///
    /// - Returns: the leaf that the committer's new one follows: its own, or that of its removed old appearance.
    private func merge(
        _ path: UpdatePath?, of committer: LeafIndex, into next: inout ProvisionalEpoch
    ) throws(MLSError) -> LeafNode? {
        guard let path else { return nil }
        var old = next.tree[committer]
        if next.list.committer == .newMemberCommit {
            old = next.removed.first?.leafNode
            guard path.leafNode.encryptionKey != old?.encryptionKey else { throw .invalid(.externalCommitKeyFresh) }
        }
        try next.rules.checkCommitted(path.leafNode, of: old, at: committer)
        try next.tree.merge(path, of: committer, adding: Set(next.added))
        return old
    }

    /// Opens the path and begins the epoch, if the commit confirms it.
    private func begin(
        _ next: inout ProvisionalEpoch, _ path: UpdatePath?, by committer: LeafIndex, in verified: VerifiedContent,
        _ keys: MemberKeys, _ psks: PSKStore
    ) throws(MLSError) -> NextEpoch {
        var own = keys.path
        var signatureKey = keys.signatureKey
        if let update = try ownUpdate(in: next.list) {
            own.replaceLeafKey(update.leafKey)
            signatureKey = update.signatureKey
        }
        var commitSecret = cipherSuite.zeroSecret
        if let path {
            let context = try next.provisionalContext(after: epoch)
            let opened = try own.opening(
                path, of: committer, adding: Set(next.added), in: next.tree, groupContext: context.bytes.span)
            own = opened.privatePath
            commitSecret = opened.commitSecret
        } else {
            try own.prune(to: next.tree)
        }
        let initSecret = try next.list.externalInit.map { (external) throws(MLSError) in
            try keys.schedule.initSecret(fromExternal: external.kemOutput)
        }
        let begun = try next.begin(
            after: epoch, verified.content,
            from: EpochIngredients(
                initSecret: initSecret ?? keys.schedule.initSecret, commitSecret: commitSecret,
                pskSecret: try epoch.pskSecret(of: next.list.psks, psks)),
            ownLeaf: epoch.ownLeaf, own, signatureKey)
        guard let tag = verified.content.auth.confirmationTag,
            ConstantTime.areEqual(tag, begun.epoch.confirmationTag)
        else { throw .invalid(.confirmationTag) }
        return begun
    }

    /// The secrets of this member's own Update, if the commit covers one.
    private func ownUpdate(in list: ProposalList) throws(MLSError) -> OwnUpdate? {
        guard let update = list.updates.first(where: { $0.leaf == epoch.ownLeaf }) else { return nil }
        guard let own = ownUpdates.first(where: { $0.reference == update.reference }) else { throw .missingProposal }
        return own
    }
}
