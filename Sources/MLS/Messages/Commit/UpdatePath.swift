package import TLSCodec

/// The committer's new leaf and the new nodes above it, from the lowest up (RFC 9420 §7.6).
package struct UpdatePath: Hashable, Sendable, TLSStruct {
    package let leafNode: LeafNode
    package let nodes: [UpdatePathNode]

    package init(leafNode: LeafNode, nodes: [UpdatePathNode]) {
        self.leafNode = leafNode
        self.nodes = nodes
    }

    package init(fields v: inout some Visitor<Self>) throws(CodecError) {
        leafNode = try v.nested { $0.leafNode }
        nodes = try v.vector(.variable) { $0.nodes }
    }
}
