public import Sodium

/// Authenticated encryption with associated data (RFC 9180 §7.3).
///
/// Never seal two messages with one nonce under one key.
public enum AEAD: UInt16, Hashable, Sendable, CaseIterable {
    case aes128GCM = 0x0001
    case chaCha20Poly1305 = 0x0003

    /// Nk.
    public var keyByteCount: Int {
        switch self {
        case .aes128GCM: 16
        case .chaCha20Poly1305: 32
        }
    }

    /// Nn.
    public var nonceByteCount: Int { 12 }

    /// Nt.
    public var tagByteCount: Int { 16 }

    /// The ciphertext with its tag: ``tagByteCount`` bytes longer than the plaintext.
    ///
    /// - Throws: ``HPKEError/wrongLength`` for a key or nonce that hasn't this algorithm's length.
    public func seal(
        _ plaintext: Span<UInt8>, key: Span<UInt8>, nonce: Span<UInt8>, authenticating associatedData: Span<UInt8>
    ) throws(HPKEError) -> [UInt8] {
        guard key.count == keyByteCount, nonce.count == nonceByteCount else { throw .wrongLength }
        switch self {
        case .aes128GCM:
            return try AES128GCM.seal(plaintext, key: key, nonce: nonce, authenticating: associatedData)
        case .chaCha20Poly1305:
            return try ChaCha20Poly1305.seal(plaintext, key: key, nonce: nonce, authenticating: associatedData)
        }
    }

    /// The plaintext of `ciphertext`.
    ///
    /// - Throws: ``HPKEError/doesNotOpen``, also for one shorter than a tag; ``HPKEError/wrongLength`` for a key or
    ///   nonce that hasn't this algorithm's length.
    public func open(
        _ ciphertext: Span<UInt8>, key: Span<UInt8>, nonce: Span<UInt8>, authenticating associatedData: Span<UInt8>
    ) throws(HPKEError) -> SecretBytes {
        guard key.count == keyByteCount, nonce.count == nonceByteCount else { throw .wrongLength }
        guard ciphertext.count >= tagByteCount else { throw .doesNotOpen }
        switch self {
        case .aes128GCM:
            return try AES128GCM.open(ciphertext, key: key, nonce: nonce, authenticating: associatedData)
        case .chaCha20Poly1305:
            return try ChaCha20Poly1305.open(ciphertext, key: key, nonce: nonce, authenticating: associatedData)
        }
    }
}
