import RelayProtocol

// Signs that the commit that ended the current epoch can't be had: then this device asks to be added again.
extension ChatCore {
    /// Nothing but its hash came of an entry.
    func noteMissing(
        _ reason: WithheldReason, _ number: EntryNumber, _ room: inout LiveRoom, _ step: inout ChatStep
    ) {
        guard number > room.record.epochBegan, room.isMember else { return }
        switch reason {
        case .gone, .damaged:
            guard room.record.firstGone == nil else { return }
            room.record.firstGone = number
            room.stored.recordChanged = true
        case .notReadable:
            // What stands behind an epoch that this one doesn't lead to, unless somebody built on a commit that nobody
            // follows.
            guard let gone = room.record.firstGone, gone < number else { return }
            startMending(.absence, at: .none, &room, &step)
        }
    }

    /// An entry of an epoch that was never begun here: where nothing of the entry that begins it came, the room goes on
    /// there.
    func noteParent(
        _ parent: EntryNumber, before number: EntryNumber, _ room: inout LiveRoom, _ step: inout ChatStep
    ) throws(ChatStorageError) {
        guard parent > room.record.epochBegan, parent < number, room.record.mending == nil,
            try isMissing(parent, room, step)
        else { return }
        startMending(.absence, at: parent, &room, &step)
    }

    /// The relay says that the current epoch has a commit.
    func noteSuccessor(
        _ commit: UInt64, _ room: inout LiveRoom, _ step: inout ChatStep
    ) throws(ChatStorageError) {
        let number = EntryNumber(commit)
        guard number > room.record.epochBegan, number <= room.record.position.number,
            try isMissing(number, room, step)
        else { return }
        startMending(.absence, at: number, &room, &step)
    }

    private func isMissing(
        _ number: EntryNumber, _ room: LiveRoom, _ step: ChatStep
    ) throws(ChatStorageError) -> Bool {
        let row = try step.transaction.record(
            TimelineRow.self, RowKey(.timeline, of: room.row.scope, number.rawValue))
        guard let row else { return true }
        if case .missing = row.event { return true }
        return false
    }
}
