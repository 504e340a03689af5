package import TLSCodec

/// Data of the `external_pub` extension: the key for external commits (RFC 9420 §12.4.3.2).
package struct ExternalPub: Hashable, Sendable, TLSStruct {
    package let externalPub: HPKEPublicKey

    package init(_ externalPub: HPKEPublicKey) { self.externalPub = externalPub }

    package init(fields v: inout some Visitor<Self>) throws(CodecError) {
        externalPub = try v.nested { $0.externalPub }
    }
}
