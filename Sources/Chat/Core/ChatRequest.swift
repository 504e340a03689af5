package import RelayClient
package import RelayProtocol

/// What is asked of the relay. Appends, items and reading are asked again by the line until they are answered; the rest
/// may be lost with it.
package enum ChatRequest: Sendable {
    case plain(RelayRequest)
    case open(RoomID, RoomKey)
    case follow(FollowedLog, from: EntryNumber)
    /// No more of a room at all.
    case forget(RoomID)
}
