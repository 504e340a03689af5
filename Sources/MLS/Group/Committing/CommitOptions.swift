/// What a commit does beside its changes.
public struct CommitOptions: Sendable {
    /// Whether the proposals that were cached in this epoch are covered, by reference.
    public var includesCachedProposals: Bool
    /// Whether the committer's keys are renewed even where the RFC doesn't ask for it.
    public var forcesPath: Bool
    /// What the committer's leaf says from now on; without it, what it says now. Brings a path.
    public var client: Client?
    /// Whether the Welcome carries the ratchet tree. Otherwise those who join need it from elsewhere.
    public var hasTreeInWelcome: Bool
    /// Extensions of the Welcome's GroupInfo beside the tree, from the group as it will be; those unknown to the joiner
    /// are ignored. What is stored elsewhere for those who join (a tree, a GroupInfo) can be named here by its hash: see
    /// ``OpenedWelcome/groupInfoExtensions``.
    public var welcomeExtensions: @Sendable (_ afterwards: UpcomingGroup) throws(MLSError) -> Extensions
    /// Whether a GroupInfo of the new epoch is made, by which others can join with external commits.
    public var makesGroupInfo: Bool
    /// Sent with the commit, signed, readable by everybody on its way.
    public var authenticatedData: [UInt8]

    public init(
        includesCachedProposals: Bool = true, forcesPath: Bool = false, client: Client? = nil,
        hasTreeInWelcome: Bool = true, makesGroupInfo: Bool = false, authenticatedData: [UInt8] = [],
        welcomeExtensions: @escaping @Sendable (_ afterwards: UpcomingGroup) throws(MLSError) -> Extensions = { _ in
            []
        }
    ) {
        self.includesCachedProposals = includesCachedProposals
        self.forcesPath = forcesPath
        self.client = client
        self.hasTreeInWelcome = hasTreeInWelcome
        self.makesGroupInfo = makesGroupInfo
        self.authenticatedData = authenticatedData
        self.welcomeExtensions = welcomeExtensions
    }
}
