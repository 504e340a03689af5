import MLS
import RelayProtocol

extension ChatCore {
    /// A commit of another for the current epoch, at its place in the log.
    mutating func takeCommit(
        _ entry: Entry, _ number: EntryNumber, _ room: inout LiveRoom, _ step: inout ChatStep
    ) throws(ChatStorageError) -> TimelineEvent {
        guard var group = room.group, let before = room.state else { return .refused(.epoch) }
        // One before it may stand that only this device couldn't follow.
        guard room.record.mending?.reason.lacksCommit != true else {
            return .refusedCommit(RefusedCommit(.ownPath, by: nil))
        }
        let opened = OpenedCommit(entry, in: group, of: room.record.id)
        guard let bytes = opened.message else {
            return refuse(.malformed, number, by: nil, link: opened.link, &room, &step)
        }
        let judged: JudgedCommit
        do throws(CommitRefusal) {
            judged = try JudgedCommit(
                bytes, entry, link: opened.link, in: &group, before, disputing: room.disputedLink(entry.header),
                credentials)
        } catch {
            let author = group.signer(of: bytes).flatMap { before.member(at: $0.leafIndex) }.map(LeafName.init)
            return refuse(error.reason, number, by: author, link: opened.link, &room, &step)
        }
        let crosses = try !agrees(judged.staged.effects.authenticatedData, room, step)
        let change = judged.change(before, crossesLogs: crosses)
        // The Welcome is on its way: with it this device goes on.
        if judged.staged.removesThisMember, isAnswer(judged.staged.effects, to: room) { return .change(change) }
        try follow(judged.staged, judged.after, from: group, number, &room, &step)
        return .change(change)
    }

    /// The commit of one's own that was stored and sent: it stands.
    mutating func followOwn(
        _ pending: PendingCommit, _ number: EntryNumber, _ room: inout LiveRoom, _ step: inout ChatStep
    ) throws(ChatStorageError) -> TimelineEvent {
        guard let staged = room.staged, let group = room.group, let before = room.state,
            pending.entry.header.parent == room.record.epochBegan
        else { return .refused(.epoch) }
        let after: RoomState
        do throws(RoomViolation) {
            after = try RoomPolicy.check(
                staged, in: before, disputing: room.disputedLink(pending.entry.header), credentials)
        } catch { return .refused(.notAllowed) }
        let change = JudgedCommit(staged: staged, after: after).change(before, crossesLogs: false)
        try follow(staged, after, from: group, number, &room, &step)
        if let welcome = pending.welcome {
            for device in pending.welcomed {
                try enqueue(
                    Delivery(device: device.key, item: InboxItem.welcome(welcome.bytes).bytes, room: room.record.id),
                    &step)
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
        if let before = room.state { try noteReaddings(in: staged.effects, before, &room, step) }
        do throws(MLSError) { try group.merge(staged) } catch { throw .failed }
        room.group = group
        room.state = after
        try noteNames(in: after, &step)
        room.record.epochBegan = number
        room.endedEpoch = nil
        room.commitsWhenWoken = false
        room.stored.epochChanged = true
        room.stored.recordChanged = true
        if room.record.contested != nil || room.record.isOldCopy && staged.isOwn {
            step.tell(.troubled(room.record.id))
        }
        (room.record.contested, room.record.firstGone) = (nil, nil)
        if staged.isOwn { room.record.isOldCopy = false }
        try room.dropCommit(step.transaction)
        let wished = room.record.wishes.filter { !$0.isAnybodys }
        room.record.wishes.removeAll { $0.isGranted(in: after) || staged.isOwn && $0.isGrantedByAnyCommit }
        if room.record.wishes.filter({ !$0.isAnybodys }) != wished { step.tell(.granted(room.record.id)) }
        if staged.removesThisMember || room.record.standing == .leaving && after.members.count == 1 {
            try end(&room, &step)
        } else if room.record.standing == .leaving, !room.outbox.values.contains(where: { $0.content == .leaving }) {
            // Whoever committed this hadn't seen that one leaves.
            try enqueue(.leaving, in: &room, &step)
        }
    }

    /// Not a member any more.
    mutating func end(_ room: inout LiveRoom, _ step: inout ChatStep) throws(ChatStorageError) {
        try giveUp(&room, &step)
        step.tell(.left(room.record.id))
    }

    /// Nothing goes on in a room.
    mutating func giveUp(_ room: inout LiveRoom, _ step: inout ChatStep) throws(ChatStorageError) {
        try endMending(&room, step)
        room.record.standing = .gone
        room.record.formerName = room.state?.settings.name
        room.record.wishes = []
        (room.record.contested, room.record.firstGone, room.record.isOldCopy) = (nil, nil, false)
        room.group = nil
        (room.stored.recordChanged, room.stored.epochChanged) = (true, true)
        try room.dropCommit(step.transaction)
        for number in room.outbox.keys { try room.dropOutbox(number, step.transaction) }
        ask(.forget(room.record.id), for: .acknowledge, &step)
    }
}
