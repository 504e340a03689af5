public import Sodium

extension Group {
    /// Makes a commit of this member (RFC 9420 §12.4.1): of these changes, of the proposals that were cached, or of
    /// nothing but fresh keys for this member.
    ///
    /// The group stays in its epoch until the commit is merged, but a private commit uses up one of the own keys: store
    /// the group before the message leaves. Two commits of one epoch may be staged; only one can be merged.
    ///
    /// - Parameters:
    ///   - changes: what it does beside what the cached proposals ask for. Many key packages are verified by several
    ///     processors before they come here: `verifiedConcurrently(for:configuration:now:partCount:)` of an array.
    ///   - options: what goes with it.
    ///   - now: must lie in the lifetime of every key package.
    ///   - psks: the pre-shared keys that aren't secrets of this group's own epochs.
    ///   - random: where keys and nonces come from; X-Wing's encapsulations draw their own.
    /// - Throws: `.invalid` with the rule that the changes break, ``MLSError/missingPSK(_:)``, ``MLSError/overLimit``
    ///   beyond ``MLSLimits/ownCommitsMax`` or ``MLSLimits/leavesMax``, ``MLSError/exhausted``,
    ///   ``MLSError/malformed(_:)`` for what has no encoding, ``MLSError/removed``, ``MLSError/reinitialised``, and what
    ///   ``CommitOptions/welcomeExtensions`` throws.
    public mutating func stageCommit(
        _ changes: [ProposedChange] = [], options: CommitOptions = CommitOptions(), now: UnixTime,
        psks: PSKStore = .empty, random: RandomSource = .system
    ) throws(MLSError) -> OutgoingCommit {
        let proposals = try changes.map { (change) throws(MLSError) in
            try change.committed(by: .member(epoch.ownLeaf), cipherSuite, random: random)
        }
        return try stage(
            OwnCommit(
                proposals: proposals, purpose: .ordinary, options: options, now: now, psks: psks, random: random))
    }

    /// Makes the commit that `own` describes. Nothing has changed if it throws.
    mutating func stage(_ own: OwnCommit) throws(MLSError) -> OutgoingCommit {
        guard ownCommits.count < MLSLimits.ownCommitsMax else { throw .overLimit }
        var draft = try draft(own)
        let path = try draft.makePath()
        let format: WireFormat = configuration.handshakes == .privateMessage ? .privateMessage : .publicMessage
        let content = try draft.content(path.update, as: format)
        let begun = try draft.begin(content, path, own.psks)
        let welcome = try draft.welcome(to: begun, path, configuration).map { (welcome) throws(MLSError) in
            try MLSMessage.welcome(welcome).bytes()
        }
        let info = try begun.groupInfo(own.options.makesGroupInfo)
        let effects = draft.next.effects(
            committer: epoch.ownLeaf, replacing: path.old, hasPath: path.update != nil,
            authenticatedData: own.options.authenticatedData)
        let message = try protect(content.confirmed(by: begun.epoch.confirmationTag), own.random)
        let reference = CommitReference(cipherSuite.hash(message.span))
        ownCommits.append(reference)
        let staged = StagedCommit(
            reference: reference, effects: effects, base: CommitBase(epoch),
            next: Group(begun.epoch, begun.secrets, configuration))
        return OutgoingCommit(staged: staged, message: message, welcome: welcome, groupInfo: info)
    }

    private func draft(_ own: OwnCommit) throws(MLSError) -> CommitDraft {
        let keys = try active()
        try own.options.client?.checkNoDefaultsListed()
        let list = try list(of: own)
        try list.checkMembers(committer: epoch.ownLeaf, in: epoch.tree, purpose: own.purpose)
        let next = try ProvisionalEpoch(applying: list, to: epoch, configuration, now: own.now)
        return CommitDraft(
            epoch: epoch, sender: .member(epoch.ownLeaf), leaf: epoch.ownLeaf,
            client: try client(own.options.client, keys), signingKey: keys.signatureKey, path: keys.path,
            initSecret: keys.schedule.initSecret, options: own.options, random: own.random, next: next)
    }

    private func list(of own: OwnCommit) throws(MLSError) -> ProposalList {
        var all: [CommittedProposal] = []
        if own.options.includesCachedProposals {
            let requested = own.proposals.map(\.proposal)
            all = ProposalSelection(from: proposals.proposals, by: epoch.ownLeaf, besides: requested).selected
        }
        return try ProposalList(all + own.proposals, by: .member(epoch.ownLeaf))
    }

    /// The signed handshake message as it is sent.
    mutating func protect(_ content: AuthenticatedContent, _ random: RandomSource) throws(MLSError) -> [UInt8] {
        guard var secrets else { throw .removed }
        switch content.wireFormat {
        case .privateMessage:
            let message = try secrets.privateMessage(
                content, padding: configuration.handshakePadding, random: random)
            let bytes = try MLSMessage.privateMessage(message).bytes()
            self.secrets = secrets
            return bytes
        default: return try MLSMessage.publicMessage(try secrets.publicMessage(content)).bytes()
        }
    }
}
