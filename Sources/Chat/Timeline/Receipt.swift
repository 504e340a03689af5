package import Identity
package import TLSCodec

/// That a message of one's own has reached somebody, or was read.
package struct Receipt: TLSStruct, Hashable, Sendable {
    package let identity: IdentityKey
    package let kind: ReceiptBody.Kind

    init(identity: IdentityKey, kind: ReceiptBody.Kind) { (self.identity, self.kind) = (identity, kind) }

    package init(fields v: inout some Visitor<Self>) throws(CodecError) {
        identity = try v.key { $0.identity }
        kind = try v.nested { $0.kind }
    }
}
