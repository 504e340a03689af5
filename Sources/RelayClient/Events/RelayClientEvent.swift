package import RelayProtocol
package import SecureChannel

/// What a client hears besides answers, in order.
package enum RelayClientEvent: Sendable, Equatable {
    /// A line stands and takes requests. What was followed is being followed again; ``resumed(_:last:)`` tells of each.
    case connected
    /// It stands no more; the client dials again by itself. What was whispered since may have been missed.
    case lost(LineError?)
    /// A log that was followed before is followed again; its events go on where they stopped. `last` is what its log
    /// holds now.
    case resumed(FollowedLog, last: EntryNumber)
    case relay(RelayEvent)
    /// A log that was followed isn't any more, for the relay doesn't allow it on the new line.
    case closed(FollowedLog, RefusalCode)
    /// The last one: why this client has given up. Nothing of the kind comes where it was closed.
    case ended(RelayClientError)

    /// Bytes that it takes, about.
    var byteCount: Int {
        switch self {
        case .relay(.entries(let event)):
            event.entries.reduce(0) { $0 + $1.body.count + RelayClientLimits.entryOverheadBytes }
        case .relay(.inbox(let event)): event.item.count
        case .relay(.whisper(let event)): event.body.count
        default: 0
        }
    }
}
