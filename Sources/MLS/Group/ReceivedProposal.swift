/// A proposal whose signature and form hold. It isn't cached until ``Group/cache(_:)`` is called with it: until then no
/// commit of this member covers it, and no commit that names it can be followed.
public struct ReceivedProposal: Hashable, Sendable {
    let committed: CommittedProposal
    /// The name by which commits call it.
    public let reference: ProposalRef
    public let authenticatedData: [UInt8]
    /// The epoch in which it can be committed.
    public let epoch: Epoch
    let groupID: GroupID

    public var proposal: Proposal { committed.proposal }
    public var sender: Sender { committed.sender }
}
