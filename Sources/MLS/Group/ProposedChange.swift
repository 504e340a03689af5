/// What a member asks for: sent as a proposal, or put into a commit (RFC 9420 §12.1).
public enum ProposedChange: Sendable {
    /// The owner of a key package becomes a member. Its signatures are verified when the commit is staged, or the
    /// proposal made.
    case add(KeyPackage)
    /// The same with a key package that was verified before: of many at once, by several processors.
    case addVerified(VerifiedKeyPackage)
    case remove(LeafIndex)
    /// The sender's own leaf gets a new key, and what the client says now, if it is given. A proposal only: a commit
    /// renews its committer's leaf anyway.
    case update(Client? = nil)
    /// A pre-shared key that the application gave all members; its nonce is drawn.
    case externalPSK(id: [UInt8])
    /// The secret of an epoch of this group or another; its nonce is drawn.
    case resumptionPSK(groupID: GroupID, epoch: Epoch)
    /// The group's extensions are replaced, all of them.
    case extensions(Extensions)
    /// The group ends and another follows (RFC 9420 §11.2).
    case reInit(groupID: GroupID, cipherSuite: CipherSuite, extensions: Extensions)
}
