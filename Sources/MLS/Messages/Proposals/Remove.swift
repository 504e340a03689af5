public import TLSCodec

/// A member is no longer one (RFC 9420 §12.1.3).
public struct Remove: Hashable, Sendable, TLSStruct {
    public let removed: LeafIndex

    package init(removed: LeafIndex) { self.removed = removed }

    public init(fields v: inout some Visitor<Self>) throws(CodecError) {
        removed = try v.nested { $0.removed }
    }
}
