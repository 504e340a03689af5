/// What a message turned out to be, verified.
public enum ProcessedMessage: Sendable {
    case application(ApplicationMessage)
    /// Nothing is decided yet: see ``Group/cache(_:)``.
    case proposal(ReceivedProposal)
    /// A commit of another, valid as far as MLS can tell. It takes effect when ``Group/merge(_:)`` is called with it;
    /// before, the caller looks whether it may do what it does.
    case commit(StagedCommit)
    /// The commit that this member staged, come back: now merge what was staged.
    case ownCommit(CommitReference)
}
