import HPKE
import MLS
import Sodium
import Testing

struct CipherSuiteTests {
    @Test func onlyTheThreeSuitesAreSupported() {
        let supported = (0...UInt16.max).filter { CipherSuite(rawValue: $0) != nil }
        #expect(supported == [0x0001, 0x0003, 0xF04D])
        #expect(CipherSuite.all.map(\.rawValue) == supported)
    }

    @Test(arguments: CipherSuite.all) func aSignatureServesOneLabelOneContentAndOneKey(_ suite: CipherSuite) {
        let key = SignatureSecretKey()
        let content: [UInt8] = [1, 2, 3]
        let signature = suite.sign(key, "one", content)
        #expect(suite.accepts(signature, by: key.publicKey, "one", content))
        #expect(!suite.accepts(signature, by: key.publicKey, "two", content))
        #expect(!suite.accepts(signature, by: key.publicKey, "one", [1, 2]))
        #expect(!suite.accepts(signature, by: SignatureSecretKey().publicKey, "one", content))
    }

    @Test func aSignatureOrAKeyOfAWrongLengthIsInvalid() {
        let suite = CipherSuite.x25519ChaCha20Poly1305
        let key = SignatureSecretKey()
        let signature = suite.sign(key, "label", [])
        for count in [0, 1, 63, 65, 128] {
            let wrong = [UInt8]((signature + signature).prefix(count))
            #expect(!suite.accepts(wrong, by: key.publicKey, "label", []))
        }
        for count in [0, 31, 33] {
            let wrong = SignaturePublicKey([UInt8]((key.publicKey.bytes + [0]).prefix(count)))
            #expect(!suite.accepts(signature, by: wrong, "label", []))
        }
    }

    @Test func aSeedOfAWrongLengthIsNoKey() {
        #expect(SignatureSecretKey(seed: [UInt8](repeating: 1, count: 31)) == nil)
        #expect(SignatureSecretKey(seed: [UInt8](repeating: 1, count: 33)) == nil)
        #expect(SignatureSecretKey(seed: [UInt8](repeating: 1, count: 32)) != nil)
    }

    @Test func aKeyComesBackFromItsSeed() throws {
        let key = SignatureSecretKey()
        let again = try #require(SignatureSecretKey(seed: key.withSeed { [UInt8](spanned: $0) }))
        #expect(again.publicKey == key.publicKey)
    }

    @Test func keysFollowFromTheRandomSource() {
        let source = RandomSource { span in for index in span.indices { span[index] = 7 } }
        #expect(SignatureSecretKey(random: source).publicKey == SignatureSecretKey(random: source).publicKey)
        #expect(SignatureSecretKey().publicKey != SignatureSecretKey().publicKey)
    }

    @Test(arguments: CipherSuite.all) func whatIsSealedWithALabelOpensWithItAlone(_ suite: CipherSuite) throws {
        let key = KEMSecretKey.random(suite.hpke.kem)
        let text: [UInt8] = [4, 5, 6]
        let sealed = try suite.seal(
            to: key.publicKey, "label", context: [1].span, plaintext: text.span, random: .system)
        #expect(try suite.open(sealed, with: key, "label", context: [1].span).copied == text)
        #expect(throws: HPKEError.doesNotOpen) { _ = try suite.open(sealed, with: key, "label", context: [2].span) }
        #expect(throws: HPKEError.doesNotOpen) { _ = try suite.open(sealed, with: key, "other", context: [1].span) }
    }

    @Test func aMACOfAWrongLengthIsInvalid() {
        let suite = CipherSuite.x25519AES128GCM
        let key: [UInt8] = [1]
        let tag = suite.mac(key: key, [2])
        #expect(suite.acceptsMAC(tag, key: key, [2]))
        for count in [0, 1, 16, 31] {
            #expect(!suite.acceptsMAC([UInt8](tag.prefix(count)), key: key, [2]))
        }
        #expect(!suite.acceptsMAC(tag + [0], key: key, [2]))
    }
}
