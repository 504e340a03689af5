package import RelayProtocol
package import SecureChannel

/// What a client hears besides answers, in order.
package enum RelayClientEvent: Sendable {
    /// A line stands, and everything that was followed is followed again.
    case connected
    /// It stands no more; the client dials again by itself. With it ends what whispers may have been missed.
    case disconnected(LineError?)
    case relay(RelayEvent)
    /// A room that was open can't be opened on the new line.
    case closed(RoomID, RefusalCode)
}
