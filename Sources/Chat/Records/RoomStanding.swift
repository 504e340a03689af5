import TLSCodec

/// How this client stands to a room.
package enum RoomStanding: UInt8, TLSNumber, Sendable, CaseIterable {
    /// Its creation isn't on the relay yet.
    case creating = 1
    /// Somebody has added this device; its person hasn't said yes.
    case invited = 2
    /// The external commit isn't known to stand yet.
    case joining = 3
    case member = 4
    /// The own leaving is said, and not yet committed by somebody.
    case leaving = 5
    /// Not a member any more.
    case gone = 6
}
