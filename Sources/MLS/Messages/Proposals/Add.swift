public import TLSCodec

/// The owner of a key package becomes a member (RFC 9420 §12.1.1).
public struct Add: Hashable, Sendable, TLSStruct {
    public let keyPackage: KeyPackage

    package init(keyPackage: KeyPackage) { self.keyPackage = keyPackage }

    public init(fields v: inout some Visitor<Self>) throws(CodecError) {
        keyPackage = try v.nested { $0.keyPackage }
    }
}
