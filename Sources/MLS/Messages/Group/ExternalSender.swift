public import TLSCodec

/// Somebody outside the group who may propose changes to it (RFC 9420 §12.1.8.1).
public struct ExternalSender: Hashable, Sendable, TLSStruct {
    public let signatureKey: SignaturePublicKey
    public let credential: Credential

    public init(signatureKey: SignaturePublicKey, credential: Credential) {
        self.signatureKey = signatureKey
        self.credential = credential
    }

    public init(fields v: inout some Visitor<Self>) throws(CodecError) {
        signatureKey = try v.nested { $0.signatureKey }
        credential = try v.nested { $0.credential }
    }
}
