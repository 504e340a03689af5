/// A proposal of this member's own, as it is sent.
public struct OutgoingProposal: Sendable {
    /// For the group: an MLSMessage.
    public let message: [UInt8]
    /// The name by which commits call it.
    public let reference: ProposalRef
}
