import Crypto
import Foundation

/// swift-crypto's, as libsodium 1.0.18 has none.
final class RawXWing: RawKEM {
    private let key: XWingMLKEM768X25519.PrivateKey
    private let encapsulation: Data

    init() throws {
        key = try XWingMLKEM768X25519.PrivateKey()
        encapsulation = try key.publicKey.encapsulate().encapsulated
    }

    func makeKeyPair() throws { _ = try XWingMLKEM768X25519.PrivateKey() }
    func encapsulate() throws { _ = try key.publicKey.encapsulate() }
    func decapsulate() throws { _ = try key.decapsulate(encapsulation) }
}
