/// A proposal with who sent it: signed, of a kind that its sender may propose (RFC 9420 §12.1), and what it brings is
/// signed too: a key package, or the leaf of an Update.
public struct CommittedProposal: Hashable, Sendable {
    public let proposal: Proposal
    public let sender: Sender
    /// The name by which commits call it; `nil` if it stands in the commit itself.
    public let reference: ProposalRef?

    /// A proposal without a name. The leaf of an Update isn't looked at: its signature is verified when it gets its name,
    /// and a ``ProposalList`` takes none without.
    ///
    /// - Throws: what ``KeyPackage/verified(for:)`` throws of a key package.
    package init(verifying proposal: Proposal, from sender: Sender, _ suite: CipherSuite) throws(MLSError) {
        if case .add(let add) = proposal { _ = try add.keyPackage.verified(for: suite) }
        self.init(proposal, from: sender)
    }

    /// - Throws: ``ValidationRule/keyPackageCipherSuite`` for one that was verified for another suite.
    init(adding verified: VerifiedKeyPackage, from sender: Sender, _ suite: CipherSuite) throws(MLSError) {
        let package = verified.keyPackage
        guard package.cipherSuite == suite.rawValue else { throw .invalid(.keyPackageCipherSuite) }
        self.init(.add(Add(keyPackage: package)), from: sender)
    }

    private init(_ proposal: Proposal, from sender: Sender, reference: ProposalRef? = nil) {
        self.proposal = proposal
        self.sender = sender
        self.reference = reference
    }

    /// The same proposal by its name, as a message of its own.
    package func named(_ reference: ProposalRef) -> CommittedProposal {
        CommittedProposal(proposal, from: sender, reference: reference)
    }
}
