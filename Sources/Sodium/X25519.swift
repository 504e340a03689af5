/// Diffie-Hellman on Curve25519 (RFC 7748). Keys are ``X25519/SecretKey`` and ``X25519/PublicKey``.
public enum X25519 {
    public static let keyByteCount = 32
    public static let sharedSecretByteCount = 32
}
