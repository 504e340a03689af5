package import Noise
import Sodium

/// What both ends of a line agree on before the first byte. docs/protocol.md.
package enum LineProtocol {
    /// `Noise_XX_25519_XChaChaPoly_BLAKE2b`. XX, for a client may meet a relay whose key it doesn't know yet.
    package static let noise = NoiseProtocol(pattern: .xx, cipher: .xChaCha20Poly1305, hash: .blake2b)
    /// Bound into the handshake: an end that speaks another version can't finish it.
    package static let prologue = [UInt8]("sotto/1".utf8)

    /// Domain string of the key under which ``Mac1`` is made, with the byte that ends it.
    static let mac1Domain = [UInt8]("sotto mac1 1".utf8) + [0]

    /// Keys are renewed before each record whose number is a positive multiple of this.
    static let rekeyInterval: UInt64 = 65_536
}
