/// How a shared secret reaches the holder of a key pair (RFC 9180 §7.1). A value: sizes are asked for, never assumed.
public enum KEM: UInt16, Hashable, Sendable, CaseIterable {
    /// DHKEM(X25519, HKDF-SHA256).
    case x25519 = 0x0020
    /// X-Wing, ML-KEM-768 with X25519 (draft-connolly-cfrg-xwing-kem): safe while either of the two is.
    case xWing = 0x647A

    /// Nsecret.
    public var sharedSecretByteCount: Int { 32 }

    /// Nenc.
    public var encapsulationByteCount: Int {
        switch self {
        case .x25519: 32
        case .xWing: 1120
        }
    }

    /// Npk.
    public var publicKeyByteCount: Int {
        switch self {
        case .x25519: 32
        case .xWing: 1216
        }
    }

    /// Nsk. An X-Wing key is kept as the seed that it grows from.
    public var secretKeyByteCount: Int { 32 }
}
