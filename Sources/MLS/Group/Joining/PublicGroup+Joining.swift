import Sodium

extension PublicGroup {
    /// The commit by which a client comes in (RFC 9420 §12.4.3.2).
    func join(
        _ client: Client, _ options: ExternalJoinOptions, _ random: RandomSource
    ) throws(MLSError) -> ExternalJoin {
        let suite = epoch.suite
        try client.checkNoDefaultsListed()
        try context.checkJoiner(client.capabilities, existingGroups: options.joining.existingGroups)
        guard let externalKey else { throw .invalid(.externalKeyPresent) }
        let (external, initSecret) = try suite.externalInit(to: externalKey, random: random)
        let list = try list(external, options, random)
        try list.checkExternal(in: epoch.tree)
        var next = try ProvisionalEpoch(applying: list, to: epoch, configuration, now: nil)
        let leaf = try next.tree.makeRoom()
        var draft = CommitDraft(
            epoch: epoch, sender: .newMemberCommit, leaf: leaf, client: client,
            leafExtensions: options.leafExtensions, signingKey: client.signatureKey, path: nil,
            initSecret: initSecret, options: CommitOptions(authenticatedData: options.authenticatedData),
            random: random, next: next)
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

    private func list(
        _ kemOutput: [UInt8], _ options: ExternalJoinOptions, _ random: RandomSource
    ) throws(MLSError) -> ProposalList {
        var proposals = [Proposal.externalInit(ExternalInit(kemOutput: kemOutput))]
        if let leaf = options.replacing { proposals.append(.remove(Remove(removed: leaf))) }
        for psk in options.pskNames { proposals.append(psk.proposal(cipherSuite, random: random)) }
        return try ProposalList(byValue: proposals, by: .newMemberCommit, cipherSuite)
    }
}
