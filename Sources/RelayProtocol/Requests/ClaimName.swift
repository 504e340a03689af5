package import Identity
package import TLSCodec

/// Asks for an @name for one's identity. First come; one an identity: a former one is released by it.
package struct ClaimName: TLSStruct, Hashable, Sendable {
    package let name: AtName

    package init(name: AtName) {
        self.name = name
    }

    package init(fields v: inout some Visitor<Self>) throws(CodecError) {
        name = try v.atName { $0.name }
    }
}
