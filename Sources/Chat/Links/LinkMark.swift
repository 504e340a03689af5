package import RelayProtocol
package import TLSCodec

/// On the leaf of whoever came by a link: which link, the how-manieth use of it, and the link key's signature for this
/// leaf in this epoch. The `sotto_link` extension of a leaf.
package struct LinkMark: TLSStruct, Hashable, Sendable {
    package let link: LinkKey
    /// From 1.
    package let use: UInt32
    let signature: [UInt8]

    init(link: LinkKey, use: UInt32, signature: [UInt8]) {
        (self.link, self.use, self.signature) = (link, use, signature)
    }

    package init(fields v: inout some Visitor<Self>) throws(CodecError) {
        link = try v.nested { $0.link }
        use = try v.uint32 { $0.use }
        signature = try v.fixed(RelayProtocolLimits.signatureByteCount) { $0.signature }
        guard use > 0 else { throw .invalidValue }
    }
}
