import Crypto
import Foundation

/// swift-crypto's, as libsodium 1.0.18 has none. Each recipient is another, so its key is read from its bytes.
final class RawXWing: RawKEM {
    private let key: XWingMLKEM768X25519.PrivateKey
    private let publicKey: Data
    private let encapsulation: Data

    init() throws {
        key = try XWingMLKEM768X25519.PrivateKey()
        publicKey = key.publicKey.rawRepresentation
        encapsulation = try key.publicKey.encapsulate().encapsulated
    }

    func makeKeyPair() throws { _ = try XWingMLKEM768X25519.PrivateKey() }
    func encapsulate() throws {
        _ = try XWingMLKEM768X25519.PublicKey(rawRepresentation: publicKey).encapsulate()
    }

    func decapsulate() throws { _ = try key.decapsulate(encapsulation) }
}
