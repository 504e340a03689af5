import TLSCodec

/// A room's number in this client's store: short, and it tells nobody anything.
package struct RoomRow: Hashable, Comparable, Sendable, TLSNumber {
    package let rawValue: UInt64

    package init(rawValue: UInt64) { self.rawValue = rawValue }

    package static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }

    /// What rows of this room belong to.
    var scope: RowScope {
        var writer = Writer()
        writer.integer(rawValue)
        return RowScope(writer.bytes)
    }
}
