/// What one commit covers, sorted by kind; in each kind the order of the commit.
package struct ProposalList: Sendable {
    package let proposals: [CommittedProposal]
    package let committer: Sender
    package private(set) var adds: [(keyPackage: KeyPackage, isVerified: Bool)] = []
    package private(set) var updates: [LeafChange] = []
    package private(set) var removes: [LeafIndex] = []
    package private(set) var psks: [PreSharedKeyID] = []
    private(set) var extensionLists: [Extensions] = []
    private(set) var reInits: [ReInit] = []
    private(set) var externalInits: [ExternalInit] = []

    /// - Throws: ``ValidationRule/senderIsMember`` for an Update that no member sent.
    package init(_ proposals: [CommittedProposal], by committer: Sender) throws(MLSError) {
        self.proposals = proposals
        self.committer = committer
        for proposal in proposals { try sort(proposal) }
    }

    /// The proposals that a commit names or contains.
    ///
    /// - Throws: ``MLSError/missingProposal(_:)`` for a reference to none of the cache.
    package init(_ commit: Commit, by committer: Sender, cache: ProposalCache) throws(MLSError) {
        var proposals: [CommittedProposal] = []
        proposals.reserveCapacity(commit.proposals.count)
        for item in commit.proposals {
            switch item {
            case .proposal(let proposal): proposals.append(CommittedProposal(proposal, from: committer))
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
        case .add(let add): adds.append((add.keyPackage, proposal.isVerified))
        case .update(let update):
            guard let leaf = proposal.sender.asMember else { throw .invalid(.senderIsMember) }
            updates.append(
                LeafChange(
                    leaf: leaf, node: update.leafNode, reference: proposal.reference,
                    isVerified: proposal.isVerified))
        case .remove(let remove): removes.append(remove.removed)
        case .preSharedKey(let psk): psks.append(psk.psk)
        case .reInit(let reInit): reInits.append(reInit)
        case .externalInit(let externalInit): externalInits.append(externalInit)
        case .groupContextExtensions(let change): extensionLists.append(change.extensions)
        }
    }
}
