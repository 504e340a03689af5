import Sodium
import TLSCodec

extension Group {
    /// What another member's commit leads to (RFC 9420 §12.4.2). The group itself doesn't change.
    func stage(
        _ commit: Commit, by committer: LeafIndex, _ incoming: IncomingCommit, _ now: UnixTime?
    ) throws(MLSError) -> StagedCommit {
        let list = try ProposalList(commit, by: .member(committer), cache: proposals, cipherSuite)
        try list.checkMembers(committer: committer, in: epoch.tree, purpose: .ordinary)
        guard commit.path != nil || !list.requiresPath else { throw .invalid(.commitPathRequired) }
        var next = try ProvisionalEpoch(applying: list, to: epoch, configuration, now: now)
        let old = next.tree[committer]
        if let path = commit.path { try merge(path, of: committer, succeeding: old, into: &next) }
        return try stage(&next, commit.path, by: committer, replacing: old, incoming)
    }

    /// What the commit of somebody who joins with it leads to (RFC 9420 §12.4.3.2).
    func stage(
        _ commit: Commit, joiningWith path: UpdatePath, _ incoming: IncomingCommit, _ now: UnixTime?
    ) throws(MLSError) -> StagedCommit {
        var proposals: [Proposal] = []
        for item in commit.proposals {
            guard case .proposal(let proposal) = item else { throw .invalid(.externalCommitByValue) }
            proposals.append(proposal)
        }
        let list = try ProposalList(byValue: proposals, by: .newMemberCommit, cipherSuite)
        try list.checkExternal(in: epoch.tree)
        var next = try ProvisionalEpoch(applying: list, to: epoch, configuration, now: now)
        let committer = try next.tree.makeRoom()
        let old = next.removed.first?.leafNode
        guard path.leafNode.encryptionKey != old?.encryptionKey else { throw .invalid(.externalCommitKeyFresh) }
        try merge(path, of: committer, succeeding: old, into: &next)
        return try stage(&next, path, by: committer, replacing: nil, incoming)
    }

    /// Puts the path into the tree.
    ///
    /// - Parameter old: the committer's leaf before: its own, or that of its removed old appearance.
    private func merge(
        _ path: UpdatePath, of committer: LeafIndex, succeeding old: LeafNode?, into next: inout ProvisionalEpoch
    ) throws(MLSError) {
        try next.rules.checkCommitted(path.leafNode, of: old, at: committer)
        try next.tree.merge(path, of: committer, adding: Set(next.added))
    }

    /// What is left to do when all changes are in the tree.
    ///
    /// - Parameter old: the leaf that the path replaces.
    private func stage(
        _ next: inout ProvisionalEpoch, _ path: UpdatePath?, by committer: LeafIndex, replacing old: LeafNode?,
        _ incoming: IncomingCommit
    ) throws(MLSError) -> StagedCommit {
        try next.checkMembers(committer: path == nil ? nil : committer)
        let effects = next.effects(
            committer: committer, replacing: old, hasPath: path != nil,
            authenticatedData: incoming.content.content.value.authenticatedData)
        let isRemoved = next.list.removes.contains(epoch.ownLeaf)
        let begun = isRemoved ? nil : try begin(&next, path, by: committer, incoming)
        return StagedCommit(
            reference: incoming.reference, effects: effects, base: CommitBase(epoch),
            next: begun.map { Group($0.epoch, $0.secrets, configuration) })
    }

    /// Opens the path and begins the epoch, if the commit confirms it.
    private func begin(
        _ next: inout ProvisionalEpoch, _ path: UpdatePath?, by committer: LeafIndex, _ incoming: IncomingCommit
    ) throws(MLSError) -> NextEpoch {
        let keys = try active()
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
            after: epoch, incoming.content,
            from: EpochIngredients(
                initSecret: initSecret ?? keys.schedule.initSecret, commitSecret: commitSecret,
                pskSecret: try epoch.pskSecret(of: next.list.psks, incoming.psks)),
            ownLeaf: epoch.ownLeaf, own, signatureKey)
        guard let tag = incoming.content.auth.confirmationTag,
            ConstantTime.areEqual(tag, begun.epoch.confirmationTag)
        else { throw .invalid(.confirmationTag) }
        return begun
    }

    /// The secrets of this member's own Update, if the commit covers one.
    private func ownUpdate(in list: ProposalList) throws(MLSError) -> OwnUpdate? {
        // One without a name would be its committer's own, which has been refused.
        guard let reference = list.updates.first(where: { $0.leaf == epoch.ownLeaf })?.reference else { return nil }
        guard let own = ownUpdates.first(where: { $0.reference == reference }) else {
            throw .missingUpdateSecret(reference)
        }
        return own
    }
}
