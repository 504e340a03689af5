package import RelayProtocol

/// A log that a client may follow.
package enum FollowedLog: Hashable, Sendable {
    case room(RoomID)
    /// This device's own.
    case inbox
}

extension RelayEvent {
    /// Of which log it tells.
    var log: FollowedLog {
        switch self {
        case .entries(let event): .room(event.room)
        case .withheld(let event): .room(event.room)
        case .trimmed(let event): .room(event.room)
        case .whisper(let event): .room(event.room)
        case .inbox: .inbox
        }
    }

    /// The last of the log's numbers that it tells of; a whisper has none.
    var lastNumber: EntryNumber? {
        switch self {
        case .entries(let event): event.last
        case .withheld(let event): event.number
        case .trimmed(let event): event.through
        case .inbox(let event): event.number
        case .whisper: nil
        }
    }
}
