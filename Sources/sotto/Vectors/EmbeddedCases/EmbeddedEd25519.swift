import Sodium

/// A key pair and what it signs (RFC 8032 §7.1): derived, signed, verified, and refused with a bit flipped.
struct EmbeddedEd25519: EmbeddedCase {
    let id: String
    let seed: VectorBytes
    let `public`: VectorBytes
    let message: VectorBytes
    let signature: VectorBytes

    func passes() throws -> Bool {
        let key = try Ed25519.SecretKey(seed: seed.bytes)
        guard key.publicKey.bytes == `public`.bytes else { return false }
        guard key.signature(for: message.bytes) == signature.bytes else { return false }
        let publicKey = try Ed25519.PublicKey(`public`.bytes)
        var forged = signature.bytes
        forged[0] ^= 1
        return publicKey.isValid(signature.bytes, for: message.bytes) && !publicKey.isValid(forged, for: message.bytes)
    }
}
