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
}
