package import RelayProtocol

/// What a client hears besides answers, in order.
package enum RelayClientEvent: Sendable, Equatable {
    /// A line stands and takes requests. What was open is, as ``reopened(_:_:)`` tells next, and what was followed is
    /// being followed again; ``resumed(_:from:last:)`` tells of each. `relaySeconds` is the relay's clock, since 1970,
    /// UTC: for a person to compare, for nothing else.
    case connected(relaySeconds: UInt64)
    /// It stands no more, after a ``connected(relaySeconds:)``; the client dials again by itself. What was whispered
    /// since may have been missed.
    case lost(RelayLineError?)
    /// An attempt at a line has failed; the next one comes after this while, or with ``RelayClient/dialNow()``. Of
    /// several in a row that nobody has taken, only the last is kept.
    case notConnected(RelayLineError, againAfter: Duration)
    /// A room that was open before is open on this line too; what its log holds now.
    case reopened(RoomID, Opened)
    /// A log that was followed before is followed again, from a number on: where its events stopped, or, since the room
    /// has been opened with another key, from the first entry that couldn't be read without. What had come from there on
    /// comes again. `last` is what its log holds now.
    case resumed(FollowedLog, from: EntryNumber, last: EntryNumber)
    case relay(RelayEvent)
    /// A log that was followed isn't any more, for the relay doesn't allow it on the new line.
    case closed(FollowedLog, RefusalCode)
    /// What came of something that was asked for by this tag; a refusal is a failure.
    case answered(UInt64, Result<RelayAnswer, RelayClientError>)
    /// The last one: why this client has given up. Nothing of the kind comes where it was closed.
    case ended(RelayClientError)

    /// Whether of several in a row the last one says all: a client that is offline for months doesn't grow.
    var replacesItsLike: Bool {
        if case .notConnected = self { true } else { false }
    }

    /// Bytes that it takes, about.
    var byteCount: Int {
        switch self {
        case .relay(.entries(let event)):
            event.entries.reduce(0) { $0 + $1.body.count + RelayClientLimits.entryOverheadBytes }
        case .relay(.inbox(let event)): event.item.count
        case .relay(.whisper(let event)): event.body.count
        case .answered(_, .success(.fetchedPublicState(let fetched))): fetched.blob.count
        default: 0
        }
    }
}
