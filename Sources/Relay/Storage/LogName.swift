package import Identity
package import RelayProtocol

/// Whose log: rooms and inboxes are the same kind of thing.
package enum LogName: Hashable, Sendable {
    case room(RoomID)
    case inbox(DeviceKey)
}
