package import TLSCodec

/// Whose key sealed a private message, and which one (RFC 9420 §6.3.2).
package struct SenderData: Hashable, Sendable, TLSStruct {
    package let leafIndex: LeafIndex
    package let generation: Generation
    package let reuseGuard: ReuseGuard

    package init(leafIndex: LeafIndex, generation: Generation, reuseGuard: ReuseGuard) {
        self.leafIndex = leafIndex
        self.generation = generation
        self.reuseGuard = reuseGuard
    }

    package init(fields v: inout some Visitor<Self>) throws(CodecError) {
        leafIndex = try v.nested { $0.leafIndex }
        generation = try v.nested { $0.generation }
        reuseGuard = try v.nested { $0.reuseGuard }
    }
}
