/// A commit that was made or verified and hasn't taken effect: what it does, and the epoch that it begins.
///
/// A value: it can be stored as bytes, merged into the group that it was staged from, or thrown away. It holds the
/// secrets of the new epoch, from which every key of its messages follows: throw it away, stored bytes too, as soon as
/// it or another commit has been merged.
public struct StagedCommit: Sendable {
    /// The commit as it was sent, by its hash.
    public let reference: CommitReference
    public let effects: CommitEffects
    /// The epoch's state from which it leads on.
    let base: CommitBase
    /// The group as it will be; `nil` if this member is removed by it.
    let next: Group?

    /// Whether this member itself made it.
    public var isOwn: Bool { effects.committer == .member(base.ownLeaf) }

    /// Whether this member isn't one any more once it is merged.
    ///
    /// Who is removed can't check the new epoch's confirmation tag. So an external commit that removes this member
    /// proves nothing by itself: whoever knows the group's public state can make one for it alone. What the others
    /// follow is for the order of messages to show.
    public var removesThisMember: Bool { next == nil }

    /// The group once this is merged: to look at, and to derive what has to be stored or sent with the commit. `nil` if
    /// this member is removed.
    public var groupAfterwards: UpcomingGroup? { next.map(UpcomingGroup.init) }
}
