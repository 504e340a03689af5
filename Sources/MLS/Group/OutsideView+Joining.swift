import Sodium

extension OutsideView {
    /// The commit by which the client comes in, once the tree is known to be right.
    func join(
        _ tree: RatchetTree, _ client: Client, _ options: ExternalJoinOptions, _ random: RandomSource
    ) throws(MLSError) -> ExternalJoin {
        let configuration = options.joining.configuration
        let epoch = try epoch(tree)
        let (external, initSecret) = try suite.externalInit(to: externalKey, random: random)
        let list = try list(external, options, random)
        try list.checkExternal(in: tree)
        var next = try ProvisionalEpoch(applying: list, to: epoch, configuration, now: options.joining.now)
        let leaf = try next.tree.makeRoom()
        var draft = CommitDraft(
            epoch: epoch, sender: .newMemberCommit, leaf: leaf, client: client, signingKey: client.signatureKey,
            path: nil, initSecret: initSecret,
            options: CommitOptions(authenticatedData: options.authenticatedData), random: random, next: next)
        let path = try draft.makePath()
        let content = try draft.content(path.update, as: .publicMessage)
        let begun = try draft.begin(content, path, options.joining.psks)
        let message = try MLSMessage.publicMessage(
            PublicMessage(fromOutside: content.confirmed(by: begun.epoch.confirmationTag))
        ).bytes()
        return ExternalJoin(
            message: message, reference: CommitReference(suite.hash(message.span)),
            group: Group(begun.epoch, begun.secrets, configuration),
            groupInfo: try begun.groupInfo(options.makesGroupInfo))
    }

    /// The epoch as somebody outside knows it: without any of its secrets.
    private func epoch(_ tree: RatchetTree) throws(MLSError) -> GroupEpoch {
        GroupEpoch(
            context: context, tree: tree,
            interimTranscriptHash: try TranscriptHash.interim(
                suite, confirmed: info.groupContext.confirmedTranscriptHash, confirmationTag: info.confirmationTag),
            confirmationTag: info.confirmationTag, ownLeaf: LeafIndex(rawValue: 0), member: nil, reInit: nil)
    }

    private func list(
        _ kemOutput: [UInt8], _ options: ExternalJoinOptions, _ random: RandomSource
    ) throws(MLSError) -> ProposalList {
        var proposals = [Proposal.externalInit(ExternalInit(kemOutput: kemOutput))]
        if let leaf = options.replacing { proposals.append(.remove(Remove(removed: leaf))) }
        for psk in options.psks { proposals.append(try psk.proposal(suite, random: random)) }
        return try ProposalList(byValue: proposals, by: .newMemberCommit, suite)
    }
}

extension NextEpoch {
    /// What others join with from outside, as an MLSMessage, if it is wanted.
    func groupInfo(_ isWanted: Bool) throws(MLSError) -> [UInt8]? {
        guard isWanted else { return nil }
        let info = try epoch.groupInfo(hasTree: true, admitsExternalCommits: true, extensions: [])
        return try MLSMessage.groupInfo(info).bytes()
    }
}
