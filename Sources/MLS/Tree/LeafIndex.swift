public import TLSCodec

/// The place of a member in the ratchet tree, counted from the left (RFC 9420 §4.1.1). Fixed while the member is one.
public struct LeafIndex: RawRepresentable, Hashable, Comparable, Sendable {
    public let rawValue: UInt32

    public init(rawValue: UInt32) { self.rawValue = rawValue }

    public static func < (left: LeafIndex, right: LeafIndex) -> Bool { left.rawValue < right.rawValue }
}

extension LeafIndex: TLSCodable {
    public init(from reader: inout Reader) throws(CodecError) { self.init(rawValue: try reader.integer()) }

    public func encode(into writer: inout Writer) throws(CodecError) { writer.integer(rawValue) }
}

extension LeafIndex {
    /// Where this leaf stands in the array of nodes. Whatever the index, there is one: see ``LeafCount/contains(_:)``.
    package var node: NodeIndex { NodeIndex(UInt64(rawValue) * 2) }

    /// The lowest node above both leaves; a leaf itself, if they are the same.
    package func commonAncestor(with other: LeafIndex) -> NodeIndex {
        // RFC 9420 appendix C: what both indices begin with, and then as many ones as the level is high.
        let level = UInt64.bitWidth - (node.rawValue ^ other.node.rawValue).leadingZeroBitCount
        guard level > 0 else { return node }
        return NodeIndex(((node.rawValue >> UInt64(level)) << UInt64(level)) | ((1 << UInt64(level - 1)) - 1))
    }
}
