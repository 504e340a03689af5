package import TLSCodec

/// The first request of a line: which version of this protocol the client speaks.
package struct Start: TLSStruct, Hashable, Sendable {
    package let version: UInt16

    package init(version: UInt16) {
        self.version = version
    }

    package init(fields v: inout some Visitor<Self>) throws(CodecError) {
        version = try v.uint16 { $0.version }
    }
}
