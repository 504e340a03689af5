package import HPKE
public import TLSCodec

/// The secrets of a Welcome for one new member (RFC 9420 §12.4.3.1).
public struct EncryptedGroupSecrets: Hashable, Sendable, TLSStruct {
    public let newMember: KeyPackageRef
    package let encryptedGroupSecrets: HPKECiphertext

    package init(newMember: KeyPackageRef, encryptedGroupSecrets: HPKECiphertext) {
        self.newMember = newMember
        self.encryptedGroupSecrets = encryptedGroupSecrets
    }

    public init(fields v: inout some Visitor<Self>) throws(CodecError) {
        newMember = try v.nested { $0.newMember }
        encryptedGroupSecrets = try v.nested { $0.encryptedGroupSecrets }
    }
}
