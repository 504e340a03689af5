import MLS
import RelayProtocol

extension ChatCore {
    /// A commit for the current epoch that isn't followed: by nobody, and the room goes on with one that disputes it; or by
    /// this device alone, and it asks to be added again (PROTOCOL.md §4, valid).
    func refuse(
        _ reason: EntryRefusal, _ number: EntryNumber, by author: LeafName?, link: LinkKey?, _ room: inout LiveRoom,
        _ step: inout ChatStep
    ) -> TimelineEvent {
        switch reason {
        case .ownPath: startMending(.ownPath, at: number, &room, &step)
        case .ownCommit:
            room.record.isOldCopy = true
            startMending(.ownCommit, at: number, &room, &step)
        default: contest(number, link: link, &room, &step)
        }
        return .refusedCommit(RefusedCommit(reason, by: author))
    }

    private func contest(
        _ number: EntryNumber, link: LinkKey?, _ room: inout LiveRoom, _ step: inout ChatStep
    ) {
        guard room.record.contested == nil else { return }
        room.record.contested = ContestedCommit(number, link: link)
        room.stored.recordChanged = true
        step.tell(.troubled(room.record.id))
        waitToCommit(&room, &step)
    }

    /// After a day without an answer a commit that this device alone couldn't follow counts as one that nobody follows. What
    /// came behind it is read anew: the one that disputes it may be there.
    func stopWaiting(
        for mending: Mending, _ room: inout LiveRoom, _ step: inout ChatStep
    ) throws(ChatStorageError) {
        try endMending(&room, step)
        let row = try step.transaction.record(
            TimelineRow.self, RowKey(.timeline, of: room.row.scope, mending.commit.rawValue))
        if let row, mending.commit < room.record.position.number {
            room.goBack(to: LogPosition(number: mending.commit, head: row.head))
        }
        contest(mending.commit, link: nil, &room, &step)
    }
}

extension LiveRoom {
    /// The link that a commit with this header may end, whoever makes it.
    func disputedLink(_ header: EntryHeader) -> LinkKey? {
        header.flags.contains(.disputes) ? record.contested?.link : nil
    }

    /// What is to be committed next, if anything is: what was wished, or nothing but new keys.
    var nextWish: RoomWish? {
        if record.isOldCopy { return .refresh }
        return record.wishes.first ?? (record.contested == nil ? nil : .refresh)
    }

    /// The log is read again from behind an entry.
    mutating func goBack(to position: LogPosition) {
        record.position = position
        stored.recordChanged = true
        heads.append(position)
        (isFollowing, hasCaughtUp) = (false, false)
    }
}
