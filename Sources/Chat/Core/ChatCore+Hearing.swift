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
        case .closed(.inbox, _), .reopened, .resumed, .lost, .notConnected, .ended: break
        }
    }

    /// A line stands: what was left undone is asked for again.
    private mutating func connected(_ step: inout ChatStep) throws(ChatStorageError) {
        checkBundles(&step)
        if !inbox.isFollowing {
            inbox.isFollowing = true
            ask(.follow(.inbox, from: inboxFrom), for: .followInbox, &step)
        }
        try sendDeliveries(&step)
        for id in roomIDs {
            guard let room = rooms[id] else { continue }
            switch room.record.standing {
            case .creating where !room.isCommitting: askForCreation(id, &step)
            case .joining where !room.isCommitting: try joinAgain(id, &step)
            default: try with(id, &step) { (_, _, _) in }
            }
        }
    }
}
