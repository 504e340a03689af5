import TLSCodec

/// How a room is meant; it stays what it was made as.
package enum RoomKind: UInt8, TLSNumber, Sendable, CaseIterable {
    case group = 1
    /// The conversation of two: it has no name, and nobody is added or removed.
    case direct = 2
}
