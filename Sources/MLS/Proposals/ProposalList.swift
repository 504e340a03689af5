/// What one commit covers, sorted by kind; in each kind the order of the commit. The signatures of what comes in hold.
package struct ProposalList: Sendable {
    package let proposals: [CommittedProposal]
    package let committer: Sender
    package private(set) var adds: [KeyPackage] = []
    package private(set) var updates: [LeafChange] = []
    package private(set) var removes: [LeafIndex] = []
    package private(set) var psks: [PreSharedKeyID] = []
    private(set) var extensionLists: [Extensions] = []
    private(set) var reInits: [ReInit] = []
    private(set) var externalInits: [ExternalInit] = []

    /// - Throws: ``ValidationRule/senderIsMember`` for an Update that no member sent, ``ValidationRule/updateNotByCommitter``
    ///   for one by value.
    package init(_ proposals: [CommittedProposal], by committer: Sender) throws(MLSError) {
        self.proposals = proposals
        self.committer = committer
        for proposal in proposals { try sort(proposal) }
    }

    /// Proposals that stand in the commit itself. Signatures of key packages are verified here.
    init(byValue proposals: [Proposal], by committer: Sender, _ suite: CipherSuite) throws(MLSError) {
        let verified = try proposals.map { (proposal) throws(MLSError) in
            try CommittedProposal(verifying: proposal, from: committer, suite)
        }
        try self.init(verified, by: committer)
    }

    /// The proposals that a commit names or contains. Signatures of key packages that it contains are verified here.
    ///
    /// - Throws: ``MLSError/missingProposal(_:)`` for a reference to none of the cache.
    init(_ commit: Commit, by committer: Sender, cache: ProposalCache, _ suite: CipherSuite) throws(MLSError) {
        var proposals: [CommittedProposal] = []
        proposals.reserveCapacity(commit.proposals.count)
        for item in commit.proposals {
            switch item {
            case .proposal(let proposal):
                proposals.append(try CommittedProposal(verifying: proposal, from: committer, suite))
            case .reference(let reference):
                guard let cached = cache[reference] else { throw .missingProposal(reference) }
                proposals.append(cached)
            }
        }
        try self.init(proposals, by: committer)
    }

    /// The extensions that the group will have, if the commit changes them.
    package var extensions: Extensions? { extensionLists.first }

    package var reInit: ReInit? { reInits.first }

    package var externalInit: ExternalInit? { externalInits.first }

    /// RFC 9420 §12.4: unless it covers only what can't shut anybody out.
    package var requiresPath: Bool {
        proposals.isEmpty || !updates.isEmpty || !removes.isEmpty || !externalInits.isEmpty || !extensionLists.isEmpty
    }

    private mutating func sort(_ proposal: CommittedProposal) throws(MLSError) {
        switch proposal.proposal {
        case .add(let add): adds.append(add.keyPackage)
        case .update(let update):
            guard let leaf = proposal.sender.asMember else { throw .invalid(.senderIsMember) }
            guard let reference = proposal.reference else { throw .invalid(.updateNotByCommitter) }
            updates.append(LeafChange(leaf: leaf, node: update.leafNode, reference: reference))
        case .remove(let remove): removes.append(remove.removed)
        case .preSharedKey(let psk): psks.append(psk.psk)
        case .reInit(let reInit): reInits.append(reInit)
        case .externalInit(let externalInit): externalInits.append(externalInit)
        case .groupContextExtensions(let change): extensionLists.append(change.extensions)
        }
    }
}
