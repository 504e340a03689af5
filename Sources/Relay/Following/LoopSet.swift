/// Some of the relay's event loops.
package struct LoopSet: Hashable, Sequence, Sendable {
    private var bits: UInt64 = 0

    package init() {}

    package var isEmpty: Bool { bits == 0 }

    package func contains(_ loop: LoopNumber) -> Bool { bits & Self.bit(loop) != 0 }

    package mutating func insert(_ loop: LoopNumber) { bits |= Self.bit(loop) }

    /// - Returns: nothing if it wasn't among them.
    @discardableResult package mutating func remove(_ loop: LoopNumber) -> LoopNumber? {
        guard contains(loop) else { return nil }
        bits &= ~Self.bit(loop)
        return loop
    }

    /// From the lowest number on.
    package func makeIterator() -> AnyIterator<LoopNumber> {
        var bits = bits
        return AnyIterator {
            guard bits != 0 else { return nil }
            defer { bits &= bits &- 1 }
            return LoopNumber(rawValue: UInt8(truncatingIfNeeded: bits.trailingZeroBitCount))
        }
    }

    private static func bit(_ loop: LoopNumber) -> UInt64 { 1 &<< UInt64(loop.rawValue) }
}
