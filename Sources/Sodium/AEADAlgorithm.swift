/// Authenticated encryption with associated data, as libsodium has it. Keys are 32, tags 16 bytes in both.
public enum AEADAlgorithm: Sendable, Hashable, CaseIterable {
    /// ChaCha20-Poly1305 with 12-byte nonces (RFC 8439). Nonces must be counted: random ones repeat too soon.
    case chaCha20Poly1305
    /// XChaCha20-Poly1305 with 24-byte nonces (draft-irtf-cfrg-xchacha), long enough to be drawn at random.
    case xChaCha20Poly1305

    public static let keyByteCount = 32
    public static let tagByteCount = 16

    public var nonceByteCount: Int {
        switch self {
        case .chaCha20Poly1305: 12
        case .xChaCha20Poly1305: 24
        }
    }
}
