package import HPKE
package import Sodium
import TLSCodec

extension CipherSuite {
    /// What seals a Welcome's secrets. Make it once for all new members: it hashes the sealed group info, which is as
    /// long as the tree.
    package func groupSecretsEncryption(encryptedGroupInfo: [UInt8]) -> PreparedInfo {
        encryption(.groupSecrets, context: encryptedGroupInfo.span)
    }

    /// Opens what a Welcome has for the owner of an init key.
    ///
    /// - Throws: ``MLSError/doesNotOpen``, ``MLSError/malformed(_:)``.
    package func openGroupSecrets(
        _ ciphertext: HPKECiphertext, with initKey: KEMSecretKey, encryptedGroupInfo: [UInt8]
    ) throws(MLSError) -> GroupSecrets {
        let opened: SecretBytes
        do throws(HPKEError) {
            opened = try open(ciphertext, with: initKey, .groupSecrets, context: encryptedGroupInfo.span)
        } catch { throw .doesNotOpen }
        return try opened.withBytes { (bytes) throws(MLSError) in
            try codec { () throws(CodecError) in try GroupSecrets(decoding: bytes) }
        }
    }
}

extension PreparedInfo {
    /// Seals a Welcome's secrets to the owner of a key package's init key (RFC 9420 §12.4.3.1).
    ///
    /// - Throws: `.invalid(.encryptionKeyForm)` for an init key that nobody can be sealed to with,
    ///   ``MLSError/malformed(_:)`` for secrets that have no encoding.
    package func seal(
        _ secrets: GroupSecrets, to initKey: KEMPublicKey, random: RandomSource
    ) throws(MLSError) -> HPKECiphertext {
        let encoded = try codec { () throws(CodecError) in try secrets.encoded() }
        do throws(HPKEError) {
            return try encoded.withBytes { (plaintext) throws(HPKEError) in
                try seal(plaintext, to: initKey, authenticating: Span(), random: random)
            }
        } catch { throw .invalid(.encryptionKeyForm) }
    }
}
