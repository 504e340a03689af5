package import RelayClient
package import RelayProtocol

/// What a person, or who shows it to them, wants to know.
package enum ChatEvent: Sendable, Equatable {
    /// Somebody asks this person into a room.
    case invited(RoomID)
    /// This device is a member from now on.
    case joined(RoomID)
    case left(RoomID)
    /// Something that was asked for here has come to be in a room.
    case granted(RoomID)
    /// An entry of a room has been dealt with.
    case entry(RoomID, EntryNumber)
    /// What was said before about an entry has changed: edited, deleted, a reaction, a receipt.
    case changed(RoomID, EntryNumber)
    /// A message of one's own is on the relay's disk.
    case stored(RoomID, MessageID)
    /// All that a room's log held when it was followed has been dealt with.
    case caughtUp(RoomID)
    /// All that lay in this device's inbox has.
    case inboxRead
    /// A line to the relay stands.
    case online
    /// There is none; another is tried for by itself. Nothing: it was ended in good order.
    case offline(RelayLineError?)
    /// There will be none any more, and why.
    case ended(RelayClientError)
    /// The disk is full: nothing goes on until it takes more.
    case diskFull
    /// Something keeps a room from going on here, or doesn't any more: ``RoomRecord/trouble``.
    case troubled(RoomID)
    /// What was asked for won't be done, and why.
    case failed(RoomID, ChatFailure)
}
