/// A place in the array of a tree's nodes: leaves are even, their parents lie between them (RFC 9420 appendix C).
///
/// The relations of nodes follow from the numbers alone. Nothing here traps: 64 bits hold what a 32-bit leaf index from
/// a message makes of it.
package struct NodeIndex: Hashable, Comparable, Sendable {
    package let rawValue: UInt64

    package init(_ rawValue: UInt64) { self.rawValue = rawValue }

    package static func < (left: NodeIndex, right: NodeIndex) -> Bool { left.rawValue < right.rawValue }
}

extension NodeIndex {
    /// Leaves are at level 0, their parents at level 1, and so on.
    package var level: Int { (~rawValue).trailingZeroBitCount }

    package var isLeaf: Bool { rawValue & 1 == 0 }

    /// The leaf that stands here; `nil` for a parent.
    package var leaf: LeafIndex? { isLeaf ? UInt32(exactly: rawValue / 2).map { LeafIndex(rawValue: $0) } : nil }

    /// The left child; `nil` for a leaf.
    package var left: NodeIndex? { isLeaf ? nil : NodeIndex(rawValue ^ (1 << UInt64(level - 1))) }

    /// The right child; `nil` for a leaf.
    package var right: NodeIndex? { isLeaf ? nil : NodeIndex(rawValue ^ (3 << UInt64(level - 1))) }

    /// The parent in a tree of `size` leaves; `nil` for the root and for what isn't in the tree.
    package func parent(in size: LeafCount) -> NodeIndex? {
        size.contains(self) && self != size.root ? unboundedParent : nil
    }

    /// The other child of the parent; `nil` for the root and for what isn't in the tree. Vectors and tests alone ask for
    /// it.
    package func sibling(in size: LeafCount) -> NodeIndex? {
        size.contains(self) && self != size.root ? unboundedSibling : nil
    }

    /// The nodes above this one, its parent first, the root last.
    package func directPath(in size: LeafCount) -> [NodeIndex] {
        Array(sequence(first: self) { $0.parent(in: size) }.dropFirst())
    }

    /// The first of the leaves below this node, or itself.
    package var firstLeaf: UInt64 { (rawValue &- ((1 << UInt64(level)) &- 1)) / 2 }

    /// How many leaves the subtree has.
    package var leafCount: UInt64 { 1 << UInt64(level) }

    /// Whether the leaf stands below this node, or is it.
    package func covers(_ leaf: LeafIndex) -> Bool {
        let leaf = UInt64(leaf.rawValue)
        return leaf >= firstLeaf && leaf - firstLeaf < leafCount
    }

    /// The child below which the leaf stands, and the other one. For a leaf that this node doesn't cover the pair means
    /// nothing; `nil` for a leaf node.
    package func children(towards leaf: LeafIndex) -> (own: NodeIndex, other: NodeIndex)? {
        guard let left, let right else { return nil }
        return leaf.node < self ? (left, right) : (right, left)
    }

    private var unboundedParent: NodeIndex {
        let level = UInt64(level)
        return NodeIndex((rawValue | 1 << level) & ~(1 << (level + 1)))
    }

    private var unboundedSibling: NodeIndex { NodeIndex(rawValue ^ (1 << UInt64(level + 1))) }
}
