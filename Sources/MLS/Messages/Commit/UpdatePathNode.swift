package import HPKE
package import TLSCodec

/// A new node of a path: its key, and its secret for each node of the copath child's resolution, in that order (RFC 9420
/// §7.6).
package struct UpdatePathNode: Hashable, Sendable, TLSStruct {
    package let encryptionKey: HPKEPublicKey
    package let encryptedPathSecrets: [HPKECiphertext]

    package init(encryptionKey: HPKEPublicKey, encryptedPathSecrets: [HPKECiphertext]) {
        self.encryptionKey = encryptionKey
        self.encryptedPathSecrets = encryptedPathSecrets
    }

    package init(fields v: inout some Visitor<Self>) throws(CodecError) {
        encryptionKey = try v.nested { $0.encryptionKey }
        encryptedPathSecrets = try v.vector(.variable) { $0.encryptedPathSecrets }
    }
}
