/// The three algorithms of one use of HPKE (RFC 9180 §7), base and PSK modes.
public struct HPKESuite: Hashable, Sendable {
    public let kem: KEM
    public let kdf: KDF
    public let aead: AEAD

    public init(kem: KEM, kdf: KDF, aead: AEAD) {
        self.kem = kem
        self.kdf = kdf
        self.aead = aead
    }
}
