import Noise
import Sodium
import Testing

struct KeyTests {
    private let own = X25519.SecretKey()
    private let remote = X25519.SecretKey().publicKey

    @Test func namesTheStaticKeyThatIsMissing() {
        refuse("XX", .missingStaticKey, initiator: HandshakeKeys(), responder: HandshakeKeys())
        refuse("NK", .missingStaticKey, responder: HandshakeKeys())
        refuse("KN", .missingStaticKey, initiator: HandshakeKeys())
        refuse("X1X1", .missingStaticKey, initiator: HandshakeKeys(), responder: HandshakeKeys())
    }

    @Test func namesTheRemoteStaticKeyThatIsMissing() {
        refuse("IK", .missingRemoteStaticKey, initiator: HandshakeKeys(staticKey: own))
        refuse("N", .missingRemoteStaticKey, initiator: HandshakeKeys())
        refuse("KX", .missingRemoteStaticKey, responder: HandshakeKeys(staticKey: own))
    }

    @Test func namesThePreSharedKeyThatIsMissing() throws {
        let one = try [PreSharedKey(copying: [UInt8](repeating: 1, count: 32))]
        refuse("NNpsk0", .missingPreSharedKey, initiator: HandshakeKeys(), responder: HandshakeKeys())
        let keys = HandshakeKeys(preSharedKeys: one)
        refuse("NNpsk0+psk2", .missingPreSharedKey, initiator: keys, responder: keys)
    }

    @Test func refusesAKeyThatNothingWouldCheck() throws {
        let mine = HandshakeKeys(staticKey: own)
        refuse("NN", .unexpectedStaticKey, initiator: mine, responder: mine)
        refuse("NX", .unexpectedStaticKey, initiator: mine)
        refuse("XN", .unexpectedStaticKey, responder: mine)
        let both = HandshakeKeys(staticKey: own, remoteStaticKey: remote)
        refuse("XX", .unexpectedRemoteStaticKey, initiator: both, responder: both)
        refuse("IK", .unexpectedRemoteStaticKey, responder: both)
        let psk = try HandshakeKeys(preSharedKeys: [PreSharedKey(copying: [UInt8](repeating: 1, count: 32))])
        refuse("NN", .unexpectedPreSharedKey, initiator: psk, responder: psk)
    }

    @Test(arguments: [0, 16, 31, 33, 64]) func aPreSharedKeyHas32Bytes(count: Int) throws {
        #expect(throws: NoiseError.wrongPreSharedKeyLength) {
            try PreSharedKey(copying: [UInt8](repeating: 0, count: count))
        }
        #expect(throws: NoiseError.wrongPreSharedKeyLength) { try PreSharedKey(SecretBytes.random(byteCount: count)) }
        _ = try PreSharedKey(copying: [UInt8](repeating: 0, count: 32))
    }

    private func refuse(
        _ pattern: String, _ error: NoiseError, initiator: HandshakeKeys? = nil, responder: HandshakeKeys? = nil
    ) {
        #expect(throws: error, "\(pattern)") {
            let noise = try NoiseProtocol(name: "Noise_\(pattern)_25519_ChaChaPoly_SHA256")
            if let initiator { _ = try Handshake.initiator(noise, keys: initiator) } else { throw error }
        }
        #expect(throws: error, "\(pattern)") {
            let noise = try NoiseProtocol(name: "Noise_\(pattern)_25519_ChaChaPoly_SHA256")
            if let responder { _ = try Handshake.responder(noise, keys: responder) } else { throw error }
        }
    }
}
