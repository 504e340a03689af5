import FuzzSupport
import Noise
import SecureChannel
import Sodium

/// One direction's key at both ends, from a one-way handshake: the cheapest that there is.
struct KnownKey: ~Copyable {
    let sending: CipherState
    let receiving: CipherState

    private static let receiver = X25519.SecretKey()

    static func make() throws -> KnownKey {
        let noise = NoiseProtocol(pattern: .n, cipher: .xChaCha20Poly1305, hash: .blake2b)
        let written = try Handshake.initiator(
            noise, keys: HandshakeKeys(remoteStaticKey: receiver.publicKey)
        ).write()
        let read = try Handshake.responder(noise, keys: HandshakeKeys(staticKey: receiver)).read(written.message)
        guard case .complete(let sender) = consume written.next, case .complete(let receiver) = consume read.next else {
            fatalError("N has one message")
        }
        return KnownKey(sending: sender.sending, receiving: receiver.receiving)
    }
}
