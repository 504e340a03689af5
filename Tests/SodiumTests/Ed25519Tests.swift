import Sodium
import TestSupport
import Testing

@Suite struct Ed25519Tests {
    private let key = Ed25519.SecretKey()
    private let message = Array("sotto voce".utf8)

    @Test(arguments: [0, 31, 33, 64]) func refusesKeysThatAreNot32Bytes(_ count: Int) {
        #expect(throws: SodiumError.wrongLength) { try Ed25519.PublicKey([UInt8](counting: count)) }
        #expect(throws: SodiumError.wrongLength) { try Ed25519.SecretKey(seed: [UInt8](counting: count)) }
    }

    @Test func itsOwnSignatureIsValid() {
        #expect(key.publicKey.isValid(key.signature(for: message), for: message))
        #expect(key.publicKey.isValid(key.signature(for: [UInt8]()), for: []))
    }

    @Test func theSameMessageGivesTheSameSignature() {
        #expect(key.signature(for: message) == key.signature(for: message))
        #expect(key.signature(for: message).count == Ed25519.signatureByteCount)
    }

    @Test func refusesASignatureWithAnyBitFlipped() {
        let signature = key.signature(for: message)
        for bit in 0..<(signature.count * 8) {
            #expect(!key.publicKey.isValid(signature.flipping(bit: bit), for: message))
        }
    }

    @Test func refusesAMessageWithAnyBitFlipped() {
        let signature = key.signature(for: message)
        for bit in 0..<(message.count * 8) {
            #expect(!key.publicKey.isValid(signature, for: message.flipping(bit: bit)))
        }
    }

    @Test(arguments: [0, 32, 63, 65, 128]) func refusesSignaturesOfAnotherLength(_ count: Int) {
        var signature = key.signature(for: message)
        signature += [UInt8](repeating: 0, count: max(0, count - signature.count))
        #expect(!key.publicKey.isValid(Array(signature.prefix(count)), for: message))
    }

    @Test func refusesAnotherKeysSignature() {
        #expect(!Ed25519.SecretKey().publicKey.isValid(key.signature(for: message), for: message))
    }

    /// RFC 8032 §5.1.7: S must be below L. S + L verifies with those who don't look, and makes a second signature.
    @Test func refusesANonCanonicalS() {
        let order = [UInt8](hex: "edd3f55c1a631258d69cf7a2def9de1400000000000000000000000000000010")
        var signature = key.signature(for: message)
        var carry = 0
        for index in 0..<32 {
            carry += Int(signature[32 + index]) + Int(order[index])
            signature[32 + index] = UInt8(truncatingIfNeeded: carry)
            carry >>= 8
        }
        #expect(carry == 0)
        #expect(!key.publicKey.isValid(signature, for: message))
    }

    /// Under the neutral point as key, R = neutral and S = 0 would fit every message.
    @Test func refusesAKeyOfLowOrder() throws {
        let neutral = [UInt8](hex: "01" + String(repeating: "00", count: 31))
        let publicKey = try Ed25519.PublicKey(neutral)
        #expect(!publicKey.isValid(neutral + [UInt8](repeating: 0, count: 32), for: message))
    }

    @Test func aStoredSeedIsTheSameKey() throws {
        let seed = key.withSeed { seed in seed.indices.map { seed[$0] } }
        #expect(seed.count == Ed25519.seedByteCount)
        let again = try Ed25519.SecretKey(seed: seed)
        #expect(again.publicKey == key.publicKey)
        #expect(again.signature(for: message) == key.signature(for: message))
    }
}
