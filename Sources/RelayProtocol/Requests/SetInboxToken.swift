package import TLSCodec

/// Renews the token of this device's inbox; the former one is worth nothing from then on.
package struct SetInboxToken: TLSStruct, Hashable, Sendable {
    package let token: InboxToken?

    package init(token: InboxToken? = nil) {
        self.token = token
    }

    package init(fields v: inout some Visitor<Self>) throws(CodecError) {
        token = try v.optional { $0.token }
    }
}
