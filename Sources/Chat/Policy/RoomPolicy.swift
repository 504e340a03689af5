import Identity
package import MLS
package import RelayProtocol

/// Who may change what in a room (PROTOCOL.md §4): checked by every member on the staged commit, from the group's state
/// alone, so that all decide alike. No clock, block or contact enters.
package struct RoomPolicy: Sendable {
    let before: RoomState
    let after: RoomState
    let effects: CommitEffects
    /// Where this commit disputes an external one: the link that brought that, which anybody may end then.
    let disputedLink: LinkKey?

    /// - Returns: the room as it is afterwards.
    /// - Throws: ``RoomViolation``.
    package static func check(
        _ staged: StagedCommit, in state: RoomState, disputing link: LinkKey? = nil, _ credentials: VerifiedCredentials
    ) throws(RoomViolation) -> RoomState {
        let after = try state.after(staged.effects, credentials)
        let policy = RoomPolicy(before: state, after: after, effects: staged.effects, disputedLink: link)
        try policy.check()
        return after
    }

    private func check() throws(RoomViolation) {
        try checkMarks()
        if effects.isExternal {
            try checkJoining()
        } else {
            guard let committer = before.member(at: effects.committerLeafIndex) else { throw .leaf }
            let author = ChangeAuthor(committer, before)
            try checkProposals(by: author)
            try checkSettings(by: author)
            try checkDoors(by: author)
        }
        guard after.identities.isDisjoint(with: after.settings.bans) else { throw .banned }
    }
}

/// Who commits, and what they may.
struct ChangeAuthor {
    let member: RoomMember
    let isAdmin: Bool

    init(_ member: RoomMember, _ state: RoomState) {
        self.member = member
        isAdmin = state.admins.contains(member.identity)
    }
}
