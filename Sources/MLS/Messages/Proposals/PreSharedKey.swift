public import TLSCodec

/// A pre-shared key is mixed into the next epoch's secrets (RFC 9420 §12.1.4).
public struct PreSharedKey: Hashable, Sendable, TLSStruct {
    public let psk: PreSharedKeyID

    package init(psk: PreSharedKeyID) { self.psk = psk }

    public init(fields v: inout some Visitor<Self>) throws(CodecError) {
        psk = try v.nested { $0.psk }
    }
}
