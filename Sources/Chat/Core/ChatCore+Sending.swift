import MLS
import RelayClient
import RelayProtocol
import TLSCodec

extension ChatCore {
    /// Sends what may leave of a room: its opening, a commit, or messages.
    mutating func send(_ room: inout LiveRoom, _ step: inout ChatStep) throws(ChatStorageError) {
        guard room.isMember, !room.isStalled else { return }
        open(&room, &step)
        if room.record.mending != nil { return try goOnMending(&room, &step) }
        guard room.openedAt == room.record.epochBegan, room.mayAppend else { return }
        if try commit(&room, &step) { return }
        // Where an epoch has ended, nothing but another commit is taken.
        guard room.record.contested == nil, !room.record.isOldCopy else { return }
        try sendOutbox(&room, &step)
    }

    private mutating func open(_ room: inout LiveRoom, _ step: inout ChatStep) {
        let id = room.record.id
        if room.openedAt != room.record.epochBegan, !room.isOpening, let key = room.key {
            room.isOpening = true
            ask(.open(id, key), for: .open(id, at: room.record.epochBegan), &step)
        }
        if room.openedAt != nil, !room.isFollowing, let from = room.record.position.number.next {
            room.isFollowing = true
            ask(.follow(.room(id), from: from), for: .follow(id), &step)
        }
    }

    /// - Returns: whether a commit is under way: nothing is sealed in an epoch that is about to end.
    private mutating func commit(_ room: inout LiveRoom, _ step: inout ChatStep) throws(ChatStorageError) -> Bool {
        if room.pending == nil {
            guard wantsCommit(room), try stageWish(&room, &step) else { return false }
        }
        guard let pending = room.pending, !room.isCommitting else { return room.pending != nil }
        room.isCommitting = true
        let append = Append(room: room.record.id, entry: pending.entry, publicState: pending.publicState)
        ask(.plain(.append(append)), for: .commit(room.record.id, pending.hash), &step)
        return true
    }

    /// What any member may do waits; members' leaving doesn't where there is something to say, for nothing is sealed before
    /// it is committed (RFC 9420 §12.4).
    private func wantsCommit(_ room: LiveRoom) -> Bool {
        guard room.hasCaughtUp, room.underWay.isEmpty, let wish = room.nextWish else { return false }
        guard room.commitsWhenWoken else { return true }
        guard room.record.contested == nil else { return false }
        return !wish.isAnybodys || wish == .commitLeaving && !room.outbox.isEmpty
    }

    private mutating func sendOutbox(_ room: inout LiveRoom, _ step: inout ChatStep) throws(ChatStorageError) {
        guard room.nextWish?.isAnybodys ?? true else { return }
        guard !room.awaitsOther, distrust(in: room) == nil else { return }
        for number in room.outbox.keys.sorted() where !room.underWay.contains(number) {
            guard room.underWay.count < Self.messagesUnderWayMax else { return }
            guard var row = room.outbox[number], row.number == nil else { continue }
            // What was sealed in an epoch that has ended isn't in the log, for all of that epoch has been read: it won't be.
            if row.sealed?.header.parent != room.record.epochBegan {
                guard room.hasCaughtUp, let entry = seal(row.content, &room, step) else { return }
                row.sealed = entry
                try room.put(row, at: number, step.transaction)
            }
            guard let entry = row.sealed else { return }
            room.underWay.insert(number)
            ask(
                .plain(.append(Append(room: room.record.id, entry: entry))), for: .message(room.record.id, number),
                &step)
        }
    }

    /// Seals for the current epoch; the ratchet that moved is kept in this step. Nothing if it can't be sealed now.
    private func seal(_ content: OutboxContent, _ room: inout LiveRoom, _ step: ChatStep) -> Entry? {
        guard var group = room.group else { return nil }
        do {
            let seen = try room.record.position.authenticatedData()
            let parent = room.record.epochBegan
            let entry: Entry
            switch content {
            case .message(let content):
                let sealed = try group.seal(try content.padded(), authenticating: seen, random: random)
                entry = Entry(header: .message(parent: parent), body: EntryBody.message(sealed).bytes)
            case .leaving:
                let proposal = try group.propose(
                    .remove(group.ownLeafIndex), authenticating: seen, now: step.now, random: random)
                entry = Entry(header: .proposal(parent: parent), body: EntryBody.message(proposal.message).bytes)
            }
            room.group = group
            room.stored.ratchetChanged = true
            return entry
        } catch { return nil }
    }

    mutating func enqueue(
        _ content: OutboxContent, in room: inout LiveRoom, _ step: inout ChatStep
    ) throws(ChatStorageError) {
        let number = room.record.nextOutbox
        room.record.nextOutbox += 1
        room.stored.recordChanged = true
        try room.put(OutboxRow(content, writtenAtSeconds: step.now.seconds), at: number, step.transaction)
    }

    /// Messages of a room that may be on their way at once.
    private static let messagesUnderWayMax = 16
}

extension LiveRoom {
    /// Whether the relay takes anything for the current epoch, as far as is known.
    fileprivate var mayAppend: Bool { endedEpoch != record.epochBegan || record.contested != nil }
}
