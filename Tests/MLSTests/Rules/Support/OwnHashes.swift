import MLS
import TLSCodec

/// The hashes of RFC 9420 §7.8 and §7.9 over nodes that no tree of the library would take.
enum OwnHashes {
    static func parentHashInput(
        _ key: HPKEPublicKey, parentHash: [UInt8], siblingTreeHash: [UInt8]
    ) throws -> [UInt8] {
        var writer = Writer()
        try writer.opaque(key.bytes, .variable)
        try writer.opaque(parentHash, .variable)
        try writer.opaque(siblingTreeHash, .variable)
        return writer.bytes
    }

    /// The tree hash of an array of nodes, whatever is in it.
    static func treeHash(of nodes: [Node?], _ suite: CipherSuite) throws -> [UInt8] {
        guard let size = LeafCount(holdingNodes: nodes.count) else { return [] }
        return try treeHash(of: size.root, in: nodes, suite)
    }

    private static func treeHash(of index: NodeIndex, in nodes: [Node?], _ suite: CipherSuite) throws -> [UInt8] {
        let place = Int(index.rawValue)
        let node = place < nodes.count ? nodes[place] : nil
        var writer = Writer()
        if let left = index.left, let right = index.right {
            writer.integer(2 as UInt8)
            writer.integer(node == nil ? 0 as UInt8 : 1)
            try node?.asParent?.encode(into: &writer)
            try writer.opaque(treeHash(of: left, in: nodes, suite), .variable)
            try writer.opaque(treeHash(of: right, in: nodes, suite), .variable)
        } else {
            writer.integer(1 as UInt8)
            writer.integer(UInt32(place / 2))
            writer.integer(node == nil ? 0 as UInt8 : 1)
            try node?.asLeaf?.encode(into: &writer)
        }
        let bytes = writer.bytes
        return suite.hash(bytes.span)
    }
}
