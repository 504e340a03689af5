package import Sodium

extension KEM {
    /// A fresh secret that only the holder of `recipient`'s secret key finds again (RFC 9180 §4).
    ///
    /// X-Wing draws its own randomness; `random` doesn't reach it.
    ///
    /// - Throws: ``HPKEError/invalidPublicKey``, ``HPKEError/wrongKEM``.
    package func encapsulate(to recipient: KEMPublicKey, random: RandomSource) throws(HPKEError) -> Encapsulated {
        guard recipient.kem == self else { throw .wrongKEM }
        switch self {
        case .x25519: return try DHKEM.encapsulate(to: recipient, random: random)
        case .xWing: return try XWing.encapsulate(to: recipient)
        }
    }

    /// The secret of `encapsulation`.
    ///
    /// - Throws: ``HPKEError/wrongKEM``, ``HPKEError/wrongLength``, ``HPKEError/invalidEncapsulation``.
    package func decapsulate(
        _ encapsulation: Span<UInt8>, with key: KEMSecretKey
    ) throws(HPKEError) -> SecretBytes {
        guard key.kem == self else { throw .wrongKEM }
        guard encapsulation.count == encapsulationByteCount else { throw .wrongLength }
        switch key.form {
        case .x25519(let secret): return try DHKEM.decapsulate(encapsulation, with: secret, key.publicKey)
        case .xWing(let secret): return try secret.decapsulate(encapsulation)
        }
    }
}
