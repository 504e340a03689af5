package import TLSCodec

/// Asks who bears a name, or what is known of an identity.
package struct LookUp: TLSStruct, Hashable, Sendable {
    package let target: DirectoryTarget

    package init(target: DirectoryTarget) {
        self.target = target
    }

    package init(fields v: inout some Visitor<Self>) throws(CodecError) {
        target = try v.nested { $0.target }
    }
}
