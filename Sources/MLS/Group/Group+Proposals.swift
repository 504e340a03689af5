extension Group {
    /// Keeps a proposal for a commit: this member's own, or one of another that names it. While any is kept, nothing is
    /// sealed before a commit (RFC 9420 §12.4).
    ///
    /// - Throws: ``MLSError/wrongGroup``, ``MLSError/wrongEpoch``, ``MLSError/overLimit`` beyond
    ///   ``MLSLimits/cachedProposalsMax`` or ``MLSLimits/cachedProposalBytesMax``, ``MLSError/removed``,
    ///   ``MLSError/reinitialised``.
    public mutating func cache(_ proposal: ReceivedProposal) throws(MLSError) {
        _ = try active()
        guard proposal.groupID == id else { throw .wrongGroup }
        guard proposal.epoch == currentEpoch else { throw .wrongEpoch }
        try proposals.insert(proposal.committed)
    }

    /// Forgets a proposal; one that isn't here changes nothing. A commit of another that covers it can't be followed
    /// then, and the secrets of an own Update are gone for good.
    public mutating func forgetProposal(_ reference: ProposalRef) {
        proposals.remove(reference)
        ownUpdates.removeAll { $0.reference == reference }
    }

    /// The proposals that wait for a commit, in the order in which they came.
    public var cachedProposals: [CommittedProposal] { proposals.proposals }

    /// What a verified message proposes, if it may be proposed at all. What depends on the rest of its commit is checked
    /// there.
    func received(
        _ proposal: Proposal, from sender: Sender, in verified: VerifiedContent
    ) throws(MLSError) -> ReceivedProposal {
        try checkAlone(proposal, from: sender)
        if case .update(let update) = proposal, let leaf = sender.asMember {
            try proposalRules().checkSignature(of: update.leafNode, at: leaf)
        }
        let reference = try cipherSuite.reference(of: verified.content)
        return ReceivedProposal(
            committed: try CommittedProposal(verifying: proposal, from: sender, cipherSuite).named(reference),
            reference: reference, authenticatedData: verified.framed.authenticatedData, epoch: currentEpoch,
            groupID: id)
    }

    /// RFC 9420 §12.1, as far as a proposal can be judged without the others of its commit; but for signatures in it.
    func checkAlone(_ proposal: Proposal, from sender: Sender) throws(MLSError) {
        try sender.checkMayPropose(proposal.type)
        switch proposal {
        case .add(let add): try proposalRules().check(add.keyPackage.leafNode)
        case .update(let update):
            // A defence: no others may propose one, and the member's key was found.
            guard let leaf = sender.asMember, let old = epoch.tree[leaf] else { throw .invalid(.senderIsMember) }
            try proposalRules().checkUpdate(update.leafNode, of: old)
        case .remove(let remove):
            guard epoch.tree.contains(remove.removed) else { throw .invalid(.removeNamesMember) }
        case .preSharedKey(let psk): try psk.psk.check(cipherSuite, .ordinary)
        case .reInit(let reInit): try reInit.check()
        case .externalInit: throw .invalid(.externalInitByNewMember)
        case .groupContextExtensions(let change):
            try change.extensions.checkGroupExtensions(configuration.credentials)
        }
    }

    /// The group's extensions aren't asked: the same commit may change them.
    private func proposalRules() throws(MLSError) -> LeafRules {
        try LeafRules(
            cipherSuite, groupID: id, extensions: [], credentials: configuration.credentials,
            lifetimeSecondsMax: configuration.leafLifetimeSecondsMax, now: nil)
    }
}
