public import TLSCodec

/// The sender's leaf is replaced (RFC 9420 §12.1.2).
public struct Update: Hashable, Sendable, TLSStruct {
    public let leafNode: LeafNode

    package init(leafNode: LeafNode) { self.leafNode = leafNode }

    public init(fields v: inout some Visitor<Self>) throws(CodecError) {
        leafNode = try v.nested { $0.leafNode }
    }
}
