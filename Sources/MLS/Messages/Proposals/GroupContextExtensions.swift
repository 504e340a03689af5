public import TLSCodec

/// The group's extensions are replaced, all of them (RFC 9420 §12.1.7).
public struct GroupContextExtensions: Hashable, Sendable, TLSStruct {
    public let extensions: Extensions

    package init(extensions: Extensions) { self.extensions = extensions }

    public init(fields v: inout some Visitor<Self>) throws(CodecError) {
        extensions = try v.nested { $0.extensions }
    }
}
