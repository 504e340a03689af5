import RelayClient
import RelayProtocol

extension ChatCore {
    mutating func hear(_ event: RelayClientEvent, _ step: inout ChatStep) throws(ChatStorageError) {
        switch event {
        case .relay(.entries(let entries)): try take(entries, &step)
        case .relay(.withheld(let withheld)): try take(withheld, &step)
        case .relay(.trimmed(let trimmed)): try take(trimmed, &step)
        case .relay(.inbox(let item)): try take(item, &step)
        case .relay(.whisper): break
        case .connected: try connected(&step)
        case .closed(.room(let id), _):
            try with(id, &step) { (_, room, _) in (room.openedAt, room.isFollowing) = (nil, false) }
        case .resumed(.room(let id), _, let last): try with(id, &step) { (_, room, step) in room.hear(of: last, &step) }
        case .resumed(.inbox, _, let last): inbox.hear(of: last, &step)
        case .closed(.inbox, _): inbox.isFollowing = false
        case .reopened: break
        case .answered(let tag, let answer): try hear(answer, to: RequestTag(tag), &step)
        case .lost(let error): step.tell(.offline(error))
        case .notConnected(let error, _): step.tell(.offline(error))
        case .ended(let error): step.tell(.ended(error))
        }
    }

    /// A line stands: what was left undone is asked for again.
    private mutating func connected(_ step: inout ChatStep) throws(ChatStorageError) {
        step.tell(.online)
        checkBundles(&step)
        if !inbox.isFollowing { followInbox(&step) }
        try readInbox(&step)
        try sendDeliveries(&step)
        for id in roomIDs {
            guard let room = rooms[id] else { continue }
            switch room.record.standing {
            case .creating where !room.isCommitting: askForCreation(id, &step)
            case .joining where !room.isCommitting: try joinAgain(id, &step)
            default: try with(id, &step) { (_, room, _) in room.endStall() }
            }
            try endExpiredLinks(of: id, &step)
            try askOther(into: id, &step)
        }
    }
}
