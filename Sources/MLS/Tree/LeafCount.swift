/// How many leaves a tree has, blank ones counted: always a power of two (RFC 9420 §4.1).
package struct LeafCount: Hashable, Comparable, Sendable {
    /// The level of the root.
    package let depth: Int

    /// One leaf, which is the root.
    package static let one = LeafCount(depth: 0)

    /// As many as a 32-bit leaf index can name.
    package static let max = LeafCount(depth: 32)

    private init(depth: Int) { self.depth = depth }

    /// `nil` unless `count` is a power of two, at most 2^32.
    package init?(_ count: UInt64) {
        guard count.nonzeroBitCount == 1, count <= LeafCount.max.rawValue else { return nil }
        depth = count.trailingZeroBitCount
    }

    /// The smallest tree that has this leaf.
    package init(holding leaf: LeafIndex) { depth = UInt32.bitWidth - leaf.rawValue.leadingZeroBitCount }

    /// The smallest tree whose array is at least `nodeCount` long; `nil` for none, and beyond 2^32 leaves.
    package init?(holdingNodes nodeCount: Int) {
        guard nodeCount > 0, let last = UInt32(exactly: nodeCount / 2) else { return nil }
        self.init(holding: LeafIndex(rawValue: last))
    }

    package static func < (left: LeafCount, right: LeafCount) -> Bool { left.depth < right.depth }

    package var rawValue: UInt64 { 1 << UInt64(depth) }

    /// How long the array of nodes is.
    package var nodeCount: UInt64 { rawValue * 2 - 1 }

    package var root: NodeIndex { NodeIndex(rawValue - 1) }

    package func contains(_ leaf: LeafIndex) -> Bool { UInt64(leaf.rawValue) < rawValue }

    package func contains(_ node: NodeIndex) -> Bool { node.rawValue < nodeCount }
}
