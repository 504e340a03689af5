import Sodium

/// A scalar multiplication, maybe repeated: each round's scalar is the next one's point (RFC 7748 §5.2).
struct EmbeddedX25519: EmbeddedCase {
    let id: String
    let `private`: VectorBytes
    let `public`: VectorBytes
    let rounds: Int
    let shared: VectorBytes
    /// The public half of `private`, where the source prints it.
    let ownPublic: VectorBytes?

    func passes() throws -> Bool {
        let own = try X25519.SecretKey(copying: `private`.bytes).publicKey.bytes
        if let ownPublic, ownPublic.bytes != own { return false }
        var (scalar, point) = (`private`.bytes, `public`.bytes)
        for _ in 0..<max(rounds, 0) {
            let secret = try X25519.SecretKey(copying: scalar).sharedSecret(with: X25519.PublicKey(point))
            (scalar, point) = (secret.copiedForVectors(), scalar)
        }
        return scalar == shared.bytes
    }
}
