import MLS
import RelayProtocol
import TLSCodec

extension ChatCore {
    mutating func take(_ event: EntriesEvent, _ step: inout ChatStep) throws(ChatStorageError) {
        try with(event.room, &step) { (core, room, step) throws(ChatStorageError) in
            for (number, entry) in event.numbered {
                let hash: EntryHash
                do throws(CodecError) { hash = try EntryHash(of: entry) } catch { continue }
                try core.pass(number, hash, &room, &step) { (core, room, step) throws(ChatStorageError) in
                    try core.event(of: entry, number, hash, &room, &step)
                }
            }
        }
    }

    mutating func take(_ event: WithheldEvent, _ step: inout ChatStep) throws(ChatStorageError) {
        try with(event.room, &step) { (core, room, step) throws(ChatStorageError) in
            // Of an epoch that isn't open on the line yet: once it is, the entry comes itself.
            let isOpen = room.openedAt == room.record.epochBegan || event.number <= room.record.epochBegan
            guard isOpen || event.reason != .notReadable else { return }
            try core.pass(event.number, event.hash, &room, &step) { (core, room, step) throws(ChatStorageError) in
                // Its parent is of before: who came by it gets its hash alone.
                if event.number == room.record.beginsAt { return core.beginning(room) }
                if let pending = room.pending, pending.hash == event.hash {
                    return try core.followOwn(pending, event.number, &room, &step)
                }
                if let own = room.sealed[event.hash], let row = room.outbox[own],
                    row.sealed?.header.parent == room.record.epochBegan
                {
                    return try core.takeOwn(row, own, event.number, &room, &step)
                }
                core.noteMissing(event.reason, event.number, &room, &step)
                return .missing(MissingReason(event.reason))
            }
        }
    }

    /// The relay has nothing any more up to a number, not even hashes: its word for the head.
    mutating func take(_ event: TrimmedEvent, _ step: inout ChatStep) throws(ChatStorageError) {
        try with(event.room, &step) { (core, room, step) throws(ChatStorageError) in
            guard event.through > room.record.position.number else { return }
            guard room.isTold(event.through) else { return room.suspect(.trimmedTooFar, &step) }
            core.noteMissing(.gone, event.through, &room, &step)
            try core.move(
                &room, to: LogPosition(number: event.through, head: event.head), .missing(.gone), &step)
        }
    }

    /// Deals with the entry that comes next; what came before is passed over, and what comes too early asked for again.
    private mutating func pass(
        _ number: EntryNumber, _ hash: EntryHash, _ room: inout LiveRoom, _ step: inout ChatStep,
        _ decide: (inout ChatCore, inout LiveRoom, inout ChatStep) throws(ChatStorageError) -> TimelineEvent
    ) throws(ChatStorageError) {
        let position = room.record.position
        guard number == position.number.next else {
            if number > position.number { room.followAnew(&step) }
            return
        }
        let head = position.head.following(number, hash)
        let event = try decide(&self, &room, &step)
        try move(&room, to: LogPosition(number: number, head: head), event, &step)
    }

    private func move(
        _ room: inout LiveRoom, to position: LogPosition, _ event: TimelineEvent, _ step: inout ChatStep
    ) throws(ChatStorageError) {
        room.record.position = position
        room.gapCount = 0
        room.stored.recordChanged = true
        room.heads.append(position)
        let place = RowKey(.timeline, of: room.row.scope, position.number.rawValue)
        // Before it was added again this device may have read what it can't any more.
        let isBefore = position.number < room.record.beginsAt
        let known = isBefore ? try step.transaction.row(place) : nil
        if known == nil {
            let row = TimelineRow(head: position.head, seenAtSeconds: step.now.seconds, event: event)
            try step.transaction.put(row, at: place)
            step.tell(.entry(room.record.id, position.number))
        }
        room.notePosition(&step)
    }

    private mutating func event(
        of entry: Entry, _ number: EntryNumber, _ hash: EntryHash, _ room: inout LiveRoom, _ step: inout ChatStep
    ) throws(ChatStorageError) -> TimelineEvent {
        if number < room.record.beginsAt { return .missing(.notReadable) }
        if number == room.record.beginsAt { return beginning(room) }
        if let pending = room.pending, pending.hash == hash {
            return try followOwn(pending, number, &room, &step)
        }
        // Behind a commit it counts for nobody, and is sealed anew.
        if let own = room.sealed[hash], let row = room.outbox[own], entry.header.parent == room.record.epochBegan {
            return try takeOwn(row, own, number, &room, &step)
        }
        guard room.isMember, room.group != nil else { return .refused(.epoch) }
        guard entry.header.parent == room.record.epochBegan else {
            try noteParent(entry.header.parent, before: number, &room, &step)
            return .refused(.epoch)
        }
        if entry.header.kind == .commit { return try takeCommit(entry, number, &room, &step) }
        switch (entry.header.kind, try? EntryBody(entry.body)) {
        case (.message, .message(let bytes)): return try takeMessage(bytes, number, &room, &step)
        case (.proposal, .message(let bytes)): return try takeProposal(bytes, &room, &step)
        default: return .refused(.malformed)
        }
    }

    /// The entry by which this device came in: what it did is in the group already.
    private func beginning(_ room: LiveRoom) -> TimelineEvent {
        guard let group = room.group, let own = room.state?.member(at: group.ownLeafIndex) else {
            return .refused(.epoch)
        }
        let name = LeafName(own)
        let (readder, settings) = (room.record.readdedBy, room.state?.settings)
        return .change(
            MembershipChange(
                author: readder ?? room.record.inviter ?? name, added: [name], removed: readder == nil ? [] : [name],
                settings: settings, crossesLogs: false))
    }

    /// Whether what a sender says of the log is what this client saw of it.
    func agrees(
        _ authenticated: [UInt8], _ room: LiveRoom, _ step: ChatStep
    ) throws(ChatStorageError) -> Bool {
        guard let said = try? LogPosition(decoding: authenticated), said.number <= room.record.position.number else {
            return false
        }
        if let head = room.heads[said.number] { return head == said.head }
        if said.number == .none { return said.head == LogHead(before: room.record.id, at: relay) }
        let row = try step.transaction.record(
            TimelineRow.self, RowKey(.timeline, of: room.row.scope, said.number.rawValue))
        // From before this device came: it can't know.
        return row.map { $0.head == said.head } ?? true
    }
}

extension MissingReason {
    init(_ reason: WithheldReason) {
        self =
            switch reason {
            case .notReadable: .notReadable
            case .gone: .gone
            case .damaged: .damaged
            }
    }
}
