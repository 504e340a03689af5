package import RelayProtocol

/// What a line has proven about a room.
package enum Access: Hashable, Sendable {
    case none
    case member([Opening])
    case link(LinkKey)
}
