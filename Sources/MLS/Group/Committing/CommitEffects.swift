/// What a commit does, for the application to judge before it merges (RFC 9420 §12.2, last paragraph).
public struct CommitEffects: Hashable, Sendable {
    /// ``Sender/member(_:)``, or ``Sender/newMemberCommit`` for one that joins by it.
    public let committer: Sender
    /// Where the committer stands afterwards.
    public let committerLeafIndex: LeafIndex
    /// Everything that it covers, with who proposed it, in its order.
    public let proposals: [CommittedProposal]
    /// Who comes in: by Adds, and the committer itself if it joins.
    public let added: [Member]
    /// Who goes, as they were.
    public let removed: [Member]
    /// Whose leaves are replaced: by Updates, and the committer's own by its path.
    public let updated: [MemberChange]
    /// Whether it renews the committer's keys.
    public let hasPath: Bool
    /// The group's extensions afterwards, if it sets them.
    public let extensions: Extensions?
    /// What follows the group, if it ends it.
    public let reInit: ReInit?
    /// What was sent with it, readable by everybody on its way, and signed.
    public let authenticatedData: [UInt8]

    /// Whether somebody joins by it.
    public var isExternal: Bool { committer == .newMemberCommit }

    /// The pre-shared keys that it mixes in.
    public var psks: [PreSharedKeyID] { proposals.compactMap { $0.proposal.asPreSharedKey?.psk } }
}
