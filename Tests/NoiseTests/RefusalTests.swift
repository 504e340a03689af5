import Noise
import Sodium
import TestSupport
import Testing

struct RefusalTests {
    /// A message in clear is only found out by the next one that is sealed.
    @Test(arguments: ["XX", "IK", "NNpsk0"], allSuites.indices)
    func aFlippedByteAnywhereEndsTheHandshake(_ pattern: String, suite: Int) throws {
        let suite = allSuites[suite]
        let noise = NoiseProtocol(
            pattern: try HandshakePattern(name: pattern), cipher: suite.cipher, hash: suite.hash)
        let tampering = try Tampering(noise.name)
        for index in noise.pattern.messages.indices {
            var count = 0
            try tampering.run(changing: index) {
                count = $0.count
                return $0
            }
            for position in 0..<count {
                #expect(throws: NoiseError.doesNotOpen, "byte \(position) of message \(index)") {
                    try tampering.run(changing: index) { $0.flipping(position) }
                }
            }
        }
    }

    @Test(arguments: ["XX", "IK", "NNpsk0", "X1X1", "KKpsk0+psk2"])
    func aMessageOfAnyOtherLengthIsRefused(_ pattern: String) throws {
        let tampering = try Tampering("Noise_\(pattern)_25519_XChaChaPoly_BLAKE2b")
        for index in tampering.noise.pattern.messages.indices {
            var count = 0
            try tampering.run(changing: index) {
                count = $0.count
                return $0
            }
            for shorter in 0..<count {
                #expect(throws: NoiseError.self) { try tampering.run(changing: index) { Array($0.prefix(shorter)) } }
            }
            #expect(throws: NoiseError.doesNotOpen) { try tampering.run(changing: index) { $0 + [0] } }
        }
    }

    @Test func aMessageTooShortForItsKeysSaysSo() throws {
        let tampering = try Tampering("Noise_XX_25519_ChaChaPoly_SHA256")
        for count in [0, 31] {
            #expect(throws: NoiseError.messageTooShort) { try tampering.run(changing: 0) { Array($0.prefix(count)) } }
        }
        for count in [31, 79, 95] {
            #expect(throws: NoiseError.messageTooShort) { try tampering.run(changing: 1) { Array($0.prefix(count)) } }
        }
    }

    @Test(arguments: ["XX", "IK", "NNpsk0", "N", "KK"]) func anotherPrologueDoesNotOpen(_ pattern: String) throws {
        let noise = try NoiseProtocol(name: "Noise_\(pattern)_25519_ChaChaPoly_BLAKE2b")
        let keys = try Party(noise.pattern)
        #expect(throws: NoiseError.doesNotOpen) {
            _ = try Ends.meet(
                Handshake.initiator(noise, prologue: [1], keys: keys.initiator),
                Handshake.responder(noise, prologue: [2], keys: keys.responder))
        }
    }

    @Test(arguments: HandshakePattern.all) func anotherPreSharedKeyDoesNotOpen(_ pattern: HandshakePattern) throws {
        for place in 0...pattern.messages.count {
            let pattern = try pattern.withPreSharedKeys(at: [place])
            let noise = NoiseProtocol(pattern: pattern, cipher: .xChaCha20Poly1305, hash: .sha512)
            let (own, remote) = (X25519.SecretKey(), X25519.SecretKey())
            let right = try Party(pattern, initiator: own, responder: remote)
            let wrong = try Party(pattern, initiator: own, responder: remote)
            #expect(throws: NoiseError.doesNotOpen, "\(noise.name)") {
                _ = try Ends.meet(
                    Handshake.initiator(noise, keys: right.initiator),
                    Handshake.responder(noise, keys: wrong.responder))
            }
        }
    }

    @Test func anotherStaticKeyThanTheOneDialledDoesNotOpen() throws {
        let noise = try NoiseProtocol(name: "Noise_IK_25519_ChaChaPoly_BLAKE2b")
        let (right, wrong) = try (Party(noise.pattern), Party(noise.pattern))
        #expect(throws: NoiseError.doesNotOpen) {
            _ = try Ends.meet(
                Handshake.initiator(noise, keys: right.initiator), Handshake.responder(noise, keys: wrong.responder))
        }
    }

    /// The points of low order on the curve and its twist, with their non-canonical forms (RFC 7748 §6.1).
    static let lowOrderKeys: [[UInt8]] = [
        [UInt8](repeating: 0, count: 32), [1] + [UInt8](repeating: 0, count: 31),
        [UInt8](hex: "e0eb7a7c3b41b8ae1656e3faf19fc46ada098deb9c32b1fd866205165f49b800"),
        [UInt8](hex: "5f9c95bca3508c24b1d0b1559c83ef5b04445cc4581c8e86d8224eddd09f1157"),
        [0xec] + [UInt8](repeating: 0xff, count: 30) + [0x7f], [0xed] + [UInt8](repeating: 0xff, count: 30) + [0x7f],
        [0xee] + [UInt8](repeating: 0xff, count: 30) + [0x7f],
    ]

    @Test(arguments: lowOrderKeys) func anEphemeralKeyOfLowOrderIsRefused(_ key: [UInt8]) throws {
        for pattern in ["XX", "IK", "NNpsk0", "X1X1"] {
            let tampering = try Tampering("Noise_\(pattern)_25519_XChaChaPoly_BLAKE2b")
            // With a pre-shared key the first message is sealed already, under a key that its ephemeral key went into.
            let first: NoiseError = pattern == "NNpsk0" ? .doesNotOpen : .zeroSharedSecret
            #expect(throws: first, "\(pattern)") { try tampering.run(changing: 0) { key + $0.dropFirst(32) } }
            #expect(throws: NoiseError.zeroSharedSecret, "\(pattern)") {
                try tampering.run(changing: 1) { key + $0.dropFirst(32) }
            }
        }
    }

    @Test(arguments: lowOrderKeys) func aStaticKeyOfLowOrderIsRefused(_ key: [UInt8]) throws {
        let tampering = try Tampering("Noise_IX_25519_XChaChaPoly_BLAKE2b")
        #expect(throws: NoiseError.zeroSharedSecret) {
            try tampering.run(changing: 0) { $0.prefix(32) + key + $0.dropFirst(64) }
        }
        let noise = try NoiseProtocol(name: "Noise_NK_25519_ChaChaPoly_SHA256")
        let keys = try HandshakeKeys(remoteStaticKey: X25519.PublicKey(key))
        #expect(throws: NoiseError.zeroSharedSecret) { _ = try Handshake.initiator(noise, keys: keys).write() }
    }
}

extension [UInt8] {
    fileprivate func flipping(_ position: Int) -> [UInt8] {
        var copy = self
        copy[position] ^= 1
        return copy
    }

}
