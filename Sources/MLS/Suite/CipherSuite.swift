package import HPKE

/// What a group computes with: KEM, KDF, AEAD, hash and signature (RFC 9420 §5.1, §17.1).
///
/// A value of this type is a suite that this library has; what others name stays a bare number on the wire. Outside of it
/// no size of a key is assumed: X-Wing's public keys are 1,216 bytes, X25519's 32. The hash is SHA-256 in every suite
/// here; another needs a `Derivation` of its own.
public struct CipherSuite: Hashable, Sendable {
    /// The number on the wire.
    public let rawValue: UInt16
    package let hpke: HPKESuite

    /// MLS_128_DHKEMX25519_AES128GCM_SHA256_Ed25519, the mandatory one: for groups with other implementations.
    public static let x25519AES128GCM = CipherSuite(0x0001, HPKESuite(kem: .x25519, kdf: .hkdfSHA256, aead: .aes128GCM))
    /// MLS_128_DHKEMX25519_CHACHA20POLY1305_SHA256_Ed25519.
    public static let x25519ChaCha20Poly1305 = CipherSuite(
        0x0003, HPKESuite(kem: .x25519, kdf: .hkdfSHA256, aead: .chaCha20Poly1305))
    /// X-Wing (ML-KEM-768 with X25519), ChaCha20-Poly1305, SHA-256, Ed25519: what is recorded today stays unreadable
    /// when X25519 falls. A number for private use: other implementations don't know it.
    public static let xWingChaCha20Poly1305 = CipherSuite(
        0xF04D, HPKESuite(kem: .xWing, kdf: .hkdfSHA256, aead: .chaCha20Poly1305))

    /// All suites of this library, the mandatory one first.
    public static let all: [CipherSuite] = [.x25519AES128GCM, .x25519ChaCha20Poly1305, .xWingChaCha20Poly1305]

    /// The suite with this number, `nil` if this library doesn't have it.
    public init?(rawValue: UInt16) {
        switch rawValue {
        case Self.x25519AES128GCM.rawValue: self = .x25519AES128GCM
        case Self.x25519ChaCha20Poly1305.rawValue: self = .x25519ChaCha20Poly1305
        case Self.xWingChaCha20Poly1305.rawValue: self = .xWingChaCha20Poly1305
        default: return nil
        }
    }

    private init(_ rawValue: UInt16, _ hpke: HPKESuite) {
        self.rawValue = rawValue
        self.hpke = hpke
    }

    /// Each number has one suite, so it alone is compared.
    public static func == (left: CipherSuite, right: CipherSuite) -> Bool { left.rawValue == right.rawValue }

    public func hash(into hasher: inout Hasher) { hasher.combine(rawValue) }
}

extension CipherSuite {
    /// Bytes of a hash, of a MAC and of a derived secret (KDF.Nh): the hash, HMAC and HKDF of a suite share one hash.
    package var hashByteCount: Int { hpke.kdf.digestByteCount }
    /// Bytes of an AEAD key (AEAD.Nk).
    package var keyByteCount: Int { hpke.aead.keyByteCount }
    /// Bytes of an AEAD nonce (AEAD.Nn).
    package var nonceByteCount: Int { hpke.aead.nonceByteCount }
    /// Bytes by which a ciphertext is longer than its plaintext.
    package var tagByteCount: Int { hpke.aead.tagByteCount }
}
