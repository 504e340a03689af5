import HPKE
import Sodium

/// HPKE's base mode (RFC 9180 §6.1) for the application: what is sealed is an encoded HPKECiphertext (RFC 9420 §7.6).
extension CipherSuite {
    /// - Throws: ``ValidationRule/encryptionKeyForm`` for a key that nobody can be sealed to
    ///   with; ``MLSError/malformed(_:)`` for a plaintext too long to be encoded.
    func seal(
        _ plaintext: Span<UInt8>, to key: HPKEPublicKey, info: ApplicationInfo,
        authenticating associatedData: [UInt8] = [], random: RandomSource
    ) throws(MLSError) -> [UInt8] {
        let recipient = try key.kemKey(of: self)
        let sealed: HPKECiphertext
        do throws(HPKEError) {
            sealed = try hpke.seal(
                plaintext, to: recipient, info: info.bytes.span, authenticating: associatedData.span, random: random)
        } catch { throw .invalid(.encryptionKeyForm) }
        return try sealed.bytes()
    }

    /// - Throws: ``MLSError/malformed(_:)``, ``MLSError/doesNotOpen``.
    func open(
        _ sealed: [UInt8], with key: KEMSecretKey, info: ApplicationInfo, authenticating associatedData: [UInt8] = []
    ) throws(MLSError) -> Secret {
        let sealed = try HPKECiphertext(parsing: sealed)
        do throws(HPKEError) {
            return Secret(
                try hpke.open(sealed, with: key, info: info.bytes.span, authenticating: associatedData.span))
        } catch { throw .doesNotOpen }
    }
}
