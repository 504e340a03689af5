package import HPKE
package import Sodium

extension CipherSuite {
    /// EncryptWithLabel (RFC 9420 §5.1.3) of many plaintexts for one purpose: label and context are hashed once.
    package func encryption(_ label: Label, context: Span<UInt8>) -> PreparedInfo {
        let info = label.with(context)
        return PreparedInfo(info.span, for: hpke)
    }

    /// EncryptWithLabel (RFC 9420 §5.1.3). For vectors and tests: a group seals many plaintexts with one
    /// ``encryption(_:context:)``.
    ///
    /// - Throws: what HPKE's base mode throws: a key of another KEM, or one of low order.
    package func seal(
        to key: KEMPublicKey, _ label: Label, context: Span<UInt8>, plaintext: Span<UInt8>, random: RandomSource
    ) throws(HPKEError) -> HPKECiphertext {
        let info = label.with(context)
        return try hpke.seal(plaintext, to: key, info: info.span, authenticating: Span(), random: random)
    }

    /// DecryptWithLabel (RFC 9420 §5.1.3).
    ///
    /// - Throws: what HPKE's base mode throws: a ciphertext for another key, label or context doesn't open.
    package func open(
        _ ciphertext: HPKECiphertext, with key: KEMSecretKey, _ label: Label, context: Span<UInt8>
    ) throws(HPKEError) -> SecretBytes {
        let info = label.with(context)
        return try hpke.open(
            encapsulation: ciphertext.encapsulation.span, ciphertext: ciphertext.ciphertext.span, with: key,
            info: info.span, authenticating: Span())
    }
}
