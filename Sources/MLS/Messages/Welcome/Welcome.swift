public import TLSCodec

/// What lets key packages' owners into a group (RFC 9420 §12.4.3.1): a GroupInfo sealed once, and its secrets sealed to
/// each of them.
public struct Welcome: Hashable, Sendable, TLSStruct {
    /// The number on the wire; see ``CipherSuite``.
    public let cipherSuite: UInt16
    /// One for each key package that comes in: ``EncryptedGroupSecrets/newMember`` is its bundle's
    /// ``KeyPackageBundle/reference``.
    public let secrets: [EncryptedGroupSecrets]
    public let encryptedGroupInfo: [UInt8]

    package init(cipherSuite: UInt16, secrets: [EncryptedGroupSecrets], encryptedGroupInfo: [UInt8]) {
        self.cipherSuite = cipherSuite
        self.secrets = secrets
        self.encryptedGroupInfo = encryptedGroupInfo
    }

    public init(fields v: inout some Visitor<Self>) throws(CodecError) {
        cipherSuite = try v.uint16 { $0.cipherSuite }
        secrets = try v.vector(.variable) { $0.secrets }
        encryptedGroupInfo = try v.opaque(.variable) { $0.encryptedGroupInfo }
    }
}
