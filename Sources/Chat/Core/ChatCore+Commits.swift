import MLS
import RelayProtocol

extension ChatCore {
    /// A commit of another, at its place in the log.
    ///
    /// - Parameter link: by which it came, of one that joins.
    mutating func takeCommit(
        _ bytes: [UInt8], _ entry: Entry, _ number: EntryNumber, link: LinkKey?, _ room: inout LiveRoom,
        _ step: inout ChatStep
    ) throws(ChatStorageError) -> TimelineEvent {
        guard var group = room.group, let before = room.state else { return .refused(.epoch) }
        let judged: JudgedCommit
        do throws(CommitRefusal) {
            judged = try JudgedCommit(bytes, entry, link: link, in: &group, before, credentials)
        } catch { return .refused(error.reason) }
        let crosses = try !agrees(judged.staged.effects.authenticatedData, room, step)
        try follow(judged.staged, judged.after, from: group, number, &room, &step)
        return .change(judged.change(before, crossesLogs: crosses))
    }

    /// The commit of one's own that was stored and sent: it stands.
    mutating func followOwn(
        _ pending: PendingCommit, _ number: EntryNumber, _ room: inout LiveRoom, _ step: inout ChatStep
    ) throws(ChatStorageError) -> TimelineEvent {
        guard let staged = room.staged, let group = room.group, let before = room.state,
            pending.entry.header.parent == room.record.epochBegan
        else { return .refused(.epoch) }
        let after: RoomState
        do throws(RoomViolation) { after = try RoomPolicy.check(staged, in: before, credentials) } catch {
            return .refused(.notAllowed)
        }
        let change = JudgedCommit(staged: staged, after: after).change(before, crossesLogs: false)
        try follow(staged, after, from: group, number, &room, &step)
        if let welcome = pending.welcome {
            for device in pending.welcomed {
                try enqueue(Delivery(device: device.key, item: InboxItem.welcome(welcome.bytes).bytes), &step)
            }
        }
        return .change(change)
    }

    /// Lets a commit take effect, and with it ends what belonged to the epoch before.
    private mutating func follow(
        _ staged: StagedCommit, _ after: RoomState, from group: Group, _ number: EntryNumber, _ room: inout LiveRoom,
        _ step: inout ChatStep
    ) throws(ChatStorageError) {
        var group = group
        do throws(MLSError) { try group.merge(staged) } catch { throw .failed }
        room.group = group
        room.state = after
        try noteNames(in: after, &step)
        room.record.epochBegan = number
        room.endedEpoch = nil
        room.commitsWhenWoken = false
        room.stored.epochChanged = true
        room.stored.recordChanged = true
        try room.dropCommit(step.transaction)
        let wished = room.record.wishes.filter { $0 != .commitLeaving }
        room.record.wishes.removeAll { $0.isGranted(in: after) || staged.isOwn && $0.isGrantedByAnyCommit }
        if room.record.wishes.filter({ $0 != .commitLeaving }) != wished { step.tell(.granted(room.record.id)) }
        if staged.removesThisMember || room.record.standing == .leaving && after.members.count == 1 {
            try end(&room, &step)
        } else if room.record.standing == .leaving, !room.outbox.values.contains(where: { $0.content == .leaving }) {
            // Whoever committed this hadn't seen that one leaves.
            try enqueue(.leaving, in: &room, &step)
        }
    }

    /// Not a member any more.
    mutating func end(_ room: inout LiveRoom, _ step: inout ChatStep) throws(ChatStorageError) {
        room.record.standing = .gone
        room.record.formerName = room.state?.settings.name
        room.record.wishes = []
        room.group = nil
        (room.stored.recordChanged, room.stored.epochChanged) = (true, true)
        try room.dropCommit(step.transaction)
        for number in room.outbox.keys { try room.dropOutbox(number, step.transaction) }
        ask(.forget(room.record.id), for: .acknowledge, &step)
        step.tell(.left(room.record.id))
    }
}
