import Noise
import Sodium
import Testing

struct NameTests {
    @Test(arguments: HandshakePattern.all) func everyNameGivesItselfBack(_ pattern: HandshakePattern) throws {
        for pattern in pattern.modified {
            #expect(try HandshakePattern(name: pattern.name) == pattern)
            for suite in allSuites {
                let noise = NoiseProtocol(pattern: pattern, cipher: suite.cipher, hash: suite.hash)
                #expect(try NoiseProtocol(name: noise.name) == noise)
            }
        }
    }

    @Test func aNameIsReadAsTheSpecificationWritesIt() throws {
        let noise = try NoiseProtocol(name: "Noise_XX_25519_XChaChaPoly_BLAKE2b")
        #expect(noise == NoiseProtocol(pattern: .xx, cipher: .xChaCha20Poly1305, hash: .blake2b))
        #expect(noise.name == "Noise_XX_25519_XChaChaPoly_BLAKE2b")
        let other = try NoiseProtocol(name: "Noise_IKpsk2_25519_ChaChaPoly_SHA256")
        #expect(other.pattern.name == "IKpsk2")
        #expect(other.cipher == .chaCha20Poly1305)
        #expect(other.hash == .sha256)
    }

    @Test(arguments: [
        "", "Noise", "XX", "Noise_XX_25519_ChaChaPoly", "Noise_XX_25519_ChaChaPoly_SHA256_",
        "noise_XX_25519_ChaChaPoly_SHA256",
        "NoisePSK_XX_25519_ChaChaPoly_SHA256", " Noise_XX_25519_ChaChaPoly_SHA256",
        "Noise_XX_25519_ChaChaPoly_BLA\u{212A}E2b",
        "Noise_" + String(repeating: "X", count: 250) + "_25519_ChaChaPoly_SHA256",
    ])
    func refusesWhatIsNoName(_ name: String) {
        #expect(throws: NoiseError.malformedName) { try NoiseProtocol(name: name) }
    }

    @Test func aNameMayHave255BytesAndNotOneMore() {
        let name = { (count: Int) in "Noise_" + String(repeating: "X", count: count - 30) + "_25519_ChaChaPoly_SHA256" }
        #expect(name(255).utf8.count == 255)
        #expect(throws: NoiseError.unknownPattern) { try NoiseProtocol(name: name(255)) }
        #expect(throws: NoiseError.malformedName) { try NoiseProtocol(name: name(256)) }
    }

    @Test(arguments: ["", "Z", "XXX", "xx", "XX2", "X11X", "1XX", "psk0", "N1", "I", "NNN"])
    func refusesPatternsThatAreNotTheRevisions(_ name: String) {
        #expect(throws: NoiseError.unknownPattern) { try NoiseProtocol(name: "Noise_\(name)_25519_ChaChaPoly_SHA256") }
    }

    @Test(arguments: [
        "XXfallback", "XXpsk", "XXpsk4", "Npsk2", "XXpsk00", "XXpsk0+", "XX+psk0", "XXpsk0psk1", "XXpsk1+psk0",
        "XXpsk1+psk1",
        "XXhfs", "XXpsk-1", "XXpsk0+fallback", "XXpsk10", "XXPSK0", "XXpskx",
    ])
    func refusesModifiersThatAreNotTheRevisions(_ name: String) {
        let expected: NoiseError = name == "XXPSK0" ? .unknownPattern : .unsupportedModifier
        #expect(throws: expected) { try NoiseProtocol(name: "Noise_\(name)_25519_ChaChaPoly_SHA256") }
    }

    @Test(arguments: [
        "Noise_XX_448_ChaChaPoly_SHA256", "Noise_XX_25519_AESGCM_SHA256", "Noise_XX_25519_ChaChaPoly_BLAKE2s",
        "Noise_XX_25519+448_ChaChaPoly_SHA256", "Noise_XX_25519__SHA256", "Noise_XX_25519_chachapoly_SHA256",
    ])
    func refusesAlgorithmsThatAreNotOurs(_ name: String) {
        #expect(throws: NoiseError.unsupportedAlgorithm) { try NoiseProtocol(name: name) }
    }

    @Test func preSharedKeysArePutOnAPatternOnceAndInOrder() throws {
        let pattern = try HandshakePattern.xx.withPreSharedKeys(at: [1])
        for places in [[0], []] {
            #expect(throws: NoiseError.unsupportedModifier) { try pattern.withPreSharedKeys(at: places) }
        }
        for places in [[4], [-1], [1, 0], [2, 2]] {
            #expect(throws: NoiseError.unsupportedModifier) { try HandshakePattern.xx.withPreSharedKeys(at: places) }
        }
    }
}
