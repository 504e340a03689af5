import MLS
import RelayProtocol

extension ChatCore {
    /// This device was added again: the old state goes, and the log is read from where the new one begins. What was read
    /// before stays.
    mutating func rejoin(
        _ awaited: AwaitedWelcome, at number: EntryNumber, _ group: Group, _ state: RoomState, _ member: LeafName,
        _ step: inout ChatStep
    ) throws(ChatStorageError) {
        try with(awaited.room, &step) { (core, room, step) throws(ChatStorageError) in
            guard room.isMember, room.record.mending != nil else { return }
            try core.endMending(&room, step)
            try room.dropCommit(step.transaction)
            try core.checkBeginning(awaited.point.before, &room, &step)
            room.begin(group, state, at: number, behind: awaited.point.before, readdedBy: member)
            for (number, var row) in room.outbox {
                // What of it stands in the log unseen counts once, by its id.
                (row.sealed, row.number) = (nil, nil)
                try room.put(row, at: number, step.transaction)
            }
            room.record.wishes.removeAll { $0.isGranted(in: state) }
            step.tell(.troubled(room.record.id))
            step.tell(.joined(room.record.id))
        }
    }

    /// Whoever adds this device again names the log that they see: as far as it was read here, it must be the same. Where
    /// some of it wasn't, that shows.
    private func checkBeginning(
        _ before: LogPosition, _ room: inout LiveRoom, _ step: inout ChatStep
    ) throws(ChatStorageError) {
        let place = RowKey(.timeline, of: room.row.scope, before.number.rawValue)
        guard before.number > room.record.position.number else {
            let row = try step.transaction.record(TimelineRow.self, place)
            let isOther = row.map { $0.head != before.head } ?? false
            room.record.suspicion = isOther ? .otherHead : nil
            return
        }
        room.record.suspicion = nil
        let row = TimelineRow(head: before.head, seenAtSeconds: step.now.seconds, event: .missing(.absent))
        try step.transaction.put(row, at: place)
        step.tell(.entry(room.record.id, before.number))
    }
}

extension LiveRoom {
    /// Another group takes the place of the one that there was.
    fileprivate mutating func begin(
        _ group: Group, _ state: RoomState, at number: EntryNumber, behind position: LogPosition,
        readdedBy member: LeafName
    ) {
        (self.group, self.state) = (group, state)
        goBack(to: position)
        (record.beginsAt, record.epochBegan, record.readdedBy) = (number, number, member)
        (record.contested, record.firstGone, record.isOldCopy) = (nil, nil, false)
        (openedAt, isOpening, endedEpoch, commitsWhenWoken) = (nil, false, nil, false)
        underWay = []
        stored.epochChanged = true
    }
}
