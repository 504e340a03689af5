package import TLSCodec

/// Data of the `ratchet_tree` extension: a public tree from left to right, leaves in the even places (RFC 9420
/// §12.4.3.3). Nothing of it is checked but its form.
package struct RatchetTreeExtension: Hashable, Sendable, TLSStruct {
    package let nodes: [Node?]

    package init(_ nodes: [Node?]) { self.nodes = nodes }

    package init(fields v: inout some Visitor<Self>) throws(CodecError) {
        nodes = try v.vector(.variable) { $0.nodes }
    }
}
