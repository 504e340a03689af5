import Identity
package import RelayProtocol

/// What a person, or who shows it to them, wants to know.
package enum ChatEvent: Sendable, Equatable {
    /// Somebody asks this person into a room.
    case invited(RoomID)
    /// This device is a member from now on.
    case joined(RoomID)
    case left(RoomID)
    /// An entry of a room has been dealt with.
    case entry(RoomID, EntryNumber)
    /// What was said before about an entry has changed: edited, deleted, a reaction, a receipt.
    case changed(RoomID, EntryNumber)
    /// A message of one's own is on the relay's disk.
    case stored(RoomID, MessageID)
    /// What was asked for won't be done, and why.
    case failed(RoomID, ChatFailure)
}
