import CSodium

/// An unkeyed hash with its two sizes: what HMAC, HKDF and Noise are parameterised over.
public enum HashAlgorithm: Sendable, Hashable, CaseIterable {
    /// BLAKE2b with 64 bytes of output, no key (RFC 7693).
    case blake2b
    /// SHA-256 (FIPS 180-4).
    case sha256
    /// SHA-512 (FIPS 180-4).
    case sha512

    /// Bytes of output (Noise: HASHLEN).
    public var digestByteCount: Int {
        switch self {
        case .blake2b, .sha512: 64
        case .sha256: 32
        }
    }

    /// Bytes hashed at a time (Noise: BLOCKLEN; RFC 2104: B).
    public var blockByteCount: Int {
        switch self {
        case .blake2b, .sha512: 128
        case .sha256: 64
        }
    }

    /// The digest of `bytes`.
    public func digest(of bytes: Span<UInt8>) -> [UInt8] {
        var state = HashState(self)
        state.update(bytes)
        return state.finalize()
    }

    /// The digest of `bytes`.
    public func digest(of bytes: [UInt8]) -> [UInt8] { digest(of: bytes.span) }
}
