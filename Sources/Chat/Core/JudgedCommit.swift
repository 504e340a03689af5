import MLS
import RelayProtocol

/// A commit that every member follows: it opens, and keeps the rules of MLS, of the room and of its header.
struct JudgedCommit {
    let staged: StagedCommit
    let after: RoomState

    init(staged: StagedCommit, after: RoomState) { (self.staged, self.after) = (staged, after) }

    /// - Parameter group: has used up the commit's key afterwards; where this throws, nothing has changed.
    init(
        _ bytes: [UInt8], _ entry: Entry, link: LinkKey?, in group: inout Group, _ before: RoomState,
        disputing disputed: LinkKey?, _ credentials: VerifiedCredentials
    ) throws(CommitRefusal) {
        var next = group
        let processed: ProcessedMessage
        do throws(MLSError) { processed = try next.process(bytes) } catch {
            throw CommitRefusal(group.refusal(error, of: bytes))
        }
        // It was made here, and given up.
        if case .ownCommit = processed { throw CommitRefusal(.ownCommit) }
        guard case .commit(let staged) = processed else { throw CommitRefusal(.malformed) }
        guard staged.effects.isExternal == (link != nil) else { throw CommitRefusal(.malformed) }
        do throws(RoomViolation) {
            after = try RoomPolicy.check(staged, in: before, disputing: disputed, credentials)
        } catch { throw CommitRefusal(.notAllowed) }
        self.staged = staged
        guard try headerHolds(entry.header), joiner?.mark?.link == link else { throw CommitRefusal(.malformed) }
        group = next
    }

    /// PROTOCOL.md §3: the relay lets nobody read on by a removal that the header hides, and everybody opens the new
    /// epoch with the key that they derive.
    private func headerHolds(_ header: EntryHeader) throws(CommitRefusal) -> Bool {
        guard header.flags.contains(.removes) == !staged.effects.removed.isEmpty else { return false }
        guard let next = staged.groupAfterwards else { return true }
        do throws(MLSError) { return header.accessKey == (try RoomAccess(next)).publicKey } catch {
            throw CommitRefusal(EntryRefusal(error))
        }
    }

    private var joiner: RoomMember? {
        staged.effects.isExternal ? after.member(at: staged.effects.committerLeafIndex) : nil
    }

    /// What is shown of it.
    func change(_ before: RoomState, crossesLogs: Bool) -> MembershipChange {
        let effects = staged.effects
        let committer = (effects.isExternal ? after : before).member(at: effects.committerLeafIndex)
        let added = effects.added.compactMap { after.member(at: $0.leafIndex) }.map(LeafName.init)
        let removed = effects.removed.compactMap { before.member(at: $0.leafIndex) }.map(LeafName.init)
        return MembershipChange(
            author: LeafName(committer ?? before.members[0]), added: added, removed: removed,
            settings: after.settings == before.settings ? nil : after.settings, crossesLogs: crossesLogs)
    }
}

/// Why a commit isn't followed.
struct CommitRefusal: Error {
    let reason: EntryRefusal

    init(_ reason: EntryRefusal) { self.reason = reason }
}
