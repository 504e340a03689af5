import HPKE
import Sodium
import TestSupport
import Testing

/// Which public keys somebody can be sealed to with, told before anybody tries.
struct PublicKeyTests {
    @Test(arguments: LowOrder.points) func nothingIsSealedToAPointOfLowOrder(_ point: [UInt8]) throws {
        #expect(!KEM.x25519.canSeal(to: point))
        let suite = HPKESuite(kem: .x25519, kdf: .hkdfSHA256, aead: .chaCha20Poly1305)
        let key = try KEMPublicKey(.x25519, point)
        let plaintext: [UInt8] = [1]
        #expect(throws: HPKEError.self) {
            try suite.seal(plaintext.span, to: key, info: Span(), authenticating: Span(), random: .system)
        }
        var hybrid = KEMSecretKey.random(.xWing, from: .system).publicKey.bytes
        hybrid.replaceSubrange(1_184..., with: point)
        #expect(!KEM.xWing.canSeal(to: hybrid))
    }

    @Test(arguments: KEM.allCases) func whatWasMadeCanBeSealedTo(_ kem: KEM) {
        for _ in 0..<20 {
            let key = KEMSecretKey.random(kem, from: .system).publicKey.bytes
            #expect(kem.canSeal(to: key))
            #expect(!kem.canSeal(to: key + [0]))
            #expect(!kem.canSeal(to: Array(key.dropLast())))
        }
        #expect(!kem.canSeal(to: []))
    }

    /// The two coefficients of each three bytes, at the modulus and one below.
    @Test func anMLKEMKeyIsReduced() throws {
        let right = KEMSecretKey.random(.xWing, from: .system).publicKey.bytes
        let suite = HPKESuite(kem: .xWing, kdf: .hkdfSHA256, aead: .chaCha20Poly1305)
        for place in [0, 3, 600, 1_149] {
            for (value, fits) in [(3_328, true), (3_329, false), (4_095, false)] as [(UInt16, Bool)] {
                var low = right
                low[place] = UInt8(value & 0xFF)
                low[place + 1] = low[place + 1] & 0xF0 | UInt8(value >> 8)
                var high = right
                high[place + 1] = high[place + 1] & 0x0F | UInt8(value & 0x0F) << 4
                high[place + 2] = UInt8(value >> 4)
                for bytes in [low, high] {
                    #expect(KEM.xWing.canSeal(to: bytes) == fits)
                    let key = try KEMPublicKey(.xWing, bytes)
                    let sealed = try? suite.seal(
                        right.span, to: key, info: Span(), authenticating: Span(), random: .system)
                    #expect((sealed != nil) == fits, "what is told isn't what happens")
                }
            }
        }
    }
}
