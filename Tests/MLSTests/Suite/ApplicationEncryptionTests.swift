import HPKE
import MLS
import Sodium
import TLSCodec
import Testing

/// What an application seals with keys of MLS or of its own.
struct ApplicationEncryptionTests {
    private let text: [UInt8] = [1, 2, 3]
    private let info = Array("Example 1 note".utf8)

    private func key(_ suite: CipherSuite, _ byte: UInt8 = 7) throws -> HPKESecretKey {
        let input = [UInt8](repeating: byte, count: 32)
        let key = HPKESecretKey(deriving: input.span, for: suite)
        return try #require(key)
    }

    @Test(arguments: CipherSuite.all) func whatIsSealedToAKeyOpensWithItAlone(_ suite: CipherSuite) throws {
        let key = try key(suite)
        let sealed = try key.publicKey.seal(text.span, info: info, authenticating: [4], for: suite)
        #expect(try key.open(sealed, info: info, authenticating: [4]).copied == text)
        #expect(throws: MLSError.doesNotOpen) { try key.open(sealed, info: info) }
        #expect(throws: MLSError.doesNotOpen) { try key.open(sealed, info: info + [0], authenticating: [4]) }
        #expect(throws: MLSError.doesNotOpen) { try self.key(suite, 8).open(sealed, info: info, authenticating: [4]) }
    }

    @Test(arguments: CipherSuite.all) func whatIsSealedIsAnHPKECiphertext(_ suite: CipherSuite) throws {
        let key = try key(suite)
        let sealed = try key.publicKey.seal(text.span, info: info, for: suite)
        let parts = try HPKECiphertext(decoding: sealed)
        #expect(parts.encapsulation.count == suite.hpke.kem.encapsulationByteCount)
        #expect(parts.ciphertext.count == text.count + suite.tagByteCount)
        #expect(throws: MLSError.malformed(.trailingBytes)) { try key.open(sealed + [0], info: info) }
        for count in sealed.indices {
            #expect(throws: MLSError.malformed(.truncated)) { try key.open(Array(sealed.prefix(count)), info: info) }
        }
        for place in sealed.indices where place % 37 == 0 || place + 20 > sealed.count {
            var other = sealed
            other[place] ^= 1
            #expect(throws: MLSError.self) { try key.open(other, info: info) }
        }
    }

    @Test(arguments: CipherSuite.all) func aKeyFollowsFromItsSecret(_ suite: CipherSuite) throws {
        let input = [UInt8](repeating: 7, count: 33)
        let first = try key(suite)
        #expect(try first.publicKey == key(suite).publicKey && first.cipherSuite == suite)
        #expect(try first.publicKey != key(suite, 8).publicKey)
        let derived = try KEMSecretKey.derive(suite.hpke.kem, from: input.span.extracting(first: 32))
        #expect(first.publicKey.bytes == derived.publicKey.bytes)
        let longer = HPKESecretKey(deriving: input.span, for: suite)
        #expect(longer != nil && longer?.publicKey != first.publicKey)
        for count in [0, 31] {
            let short = HPKESecretKey(deriving: input.span.extracting(first: count), for: suite)
            #expect(short == nil)
        }
    }

    @Test(arguments: CipherSuite.all) func nothingIsSealedToAKeyThatIsNone(_ suite: CipherSuite) throws {
        let kem = suite.hpke.kem
        let none = [UInt8](repeating: 0xFF, count: kem.publicKeyByteCount - 32) + [UInt8](repeating: 0, count: 32)
        for bytes in [[], [UInt8](repeating: 9, count: kem.publicKeyByteCount + 1), none] {
            #expect(throws: MLSError.invalid(.encryptionKeyForm)) {
                try HPKEPublicKey(bytes).seal(text.span, info: info, for: suite)
            }
        }
    }

    private static func encryptContext(_ label: Label, _ context: [UInt8]) -> [UInt8] { label.with(context.span) }

    /// Infos of MLS itself, and what a label of MLS could become.
    static let reserved: [[UInt8]] = {
        let prefix = Array("MLS 1.0 ".utf8)
        return [
            [], encryptContext(Label("Welcome"), [1]), encryptContext(Label("UpdatePathNode"), []),
            encryptContext(Label(""), []),
            encryptContext(Label(String(repeating: "long", count: 20)), [1]),
            encryptContext(Label(String(repeating: "longer ", count: 3_000)), [1]),
            // Lengths that aren't theirs, too.
            [0] + prefix, [63] + prefix, [0x40, 8] + prefix, [0x80, 0, 0, 8] + prefix,
            [0xC0, 0, 0, 0, 0, 0, 0, 8] + prefix + [1],
        ]
    }()

    @Test(arguments: reserved) func refusesAnInfoThatCouldBeOneOfMLS(_ info: [UInt8]) throws {
        let suite = CipherSuite.x25519ChaCha20Poly1305
        let key = try key(suite)
        let sealed = try key.publicKey.seal(text.span, info: self.info, for: suite)
        #expect(throws: MLSError.reservedInfo) { try key.publicKey.seal(text.span, info: info, for: suite) }
        #expect(throws: MLSError.reservedInfo) { try key.open(sealed, info: info) }
    }

    static let free: [[UInt8]] = {
        let name = Array("MLS 1.0 Welcome".utf8)
        return [
            [0], [8], [0x40], [0xFF], name, Array("MLS 1.1 Welcome".utf8), [8] + Array("MLS 1.0".utf8),
            [8] + Array("MLS 1.1 ".utf8), [8] + Array("mls 1.0 ".utf8), [9, 0] + name, [0x40] + name, [0x80, 0] + name,
            Array("Example".utf8) + name,
        ]
    }()

    @Test(arguments: free) func takesAnyOtherInfo(_ info: [UInt8]) throws {
        let suite = CipherSuite.x25519ChaCha20Poly1305
        let key = try key(suite)
        #expect(try key.open(key.publicKey.seal(text.span, info: info, for: suite), info: info).copied == text)
    }

    @Test func whatIsSealedIsDrawnFromTheSourceThatIsGiven() throws {
        let suite = CipherSuite.x25519ChaCha20Poly1305
        let key = try key(suite).publicKey
        let source = RandomSource { span in for index in span.indices { span[index] = 7 } }
        let sealed = try (0..<2).map { _ in try key.seal(text.span, info: info, for: suite, random: source) }
        #expect(try sealed[0] == sealed[1] && sealed[0] != key.seal(text.span, info: info, for: suite))
    }
}
