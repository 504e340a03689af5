/// The three algorithms of one use of HPKE (RFC 9180 §7), base and PSK modes.
///
/// ```swift
/// func deliver(_ letter: [UInt8]) throws(HPKEError) -> SecretBytes {
///     let suite = HPKESuite(kem: .xWing, kdf: .hkdfSHA256, aead: .chaCha20Poly1305)
///     let key = KEMSecretKey.random(suite.kem)  // key.publicKey is for whoever seals
///     let info = Array("letters of my program 1".utf8)  // what this use is for
///     let sealed = try suite.seal(letter.span, to: key.publicKey, info: info.span, authenticating: Span())
///     return try suite.open(sealed, with: key, info: info.span, authenticating: Span())
/// }
/// ```
///
/// Base mode says nothing of who sealed: anybody can. A PSK says that its holder did.
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
