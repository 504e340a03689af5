/// Signatures on edwards25519 (RFC 8032). Keys are ``Ed25519/SecretKey`` and ``Ed25519/PublicKey``.
///
/// Say a domain string before what is signed, so that a signature made for one purpose can't serve another.
public enum Ed25519 {
    public static let publicKeyByteCount = 32
    public static let seedByteCount = 32
    public static let signatureByteCount = 64
}
