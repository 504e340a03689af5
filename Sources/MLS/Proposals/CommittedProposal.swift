/// A proposal with who sent it: signed, and of a kind that its sender may propose (RFC 9420 §12.1).
public struct CommittedProposal: Hashable, Sendable {
    public let proposal: Proposal
    public let sender: Sender
    /// The name by which commits call it; `nil` if it stands in the commit itself.
    public let reference: ProposalRef?
    /// Whether what it brings (a key package, a leaf) had its signatures verified when it was cached.
    let isVerified: Bool

    package init(_ proposal: Proposal, from sender: Sender, reference: ProposalRef? = nil, isVerified: Bool = false) {
        self.proposal = proposal
        self.sender = sender
        self.reference = reference
        self.isVerified = isVerified
    }
}
