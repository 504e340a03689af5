import MLS
import Sodium
import Testing

struct DerivationTests {
    private let secret = [UInt8](repeating: 9, count: 32)

    @Test func onceKeyedItDerivesWhatEachDerivationAloneDoes() {
        let suite = CipherSuite.x25519ChaCha20Poly1305
        let derivation = Derivation(from: secret.span)
        for (label, count) in [("a", 32), ("b", 12), ("a", 16), ("c", 100), ("b", 12)] {
            let alone = suite.expandWithLabel(secret.span, Label(label), byteCount: count).copied
            #expect(derivation.expand(Label(label), byteCount: count).copied == alone)
            #expect(alone.count == count)
        }
    }

    @Test func longOutputIsThatOfHKDF() throws {
        let context = [UInt8](repeating: 3, count: 300)
        let info = [0, UInt8(200)] + Label("long").encodedForTests + [0x41, 0x2C] + context
        let expected = try HKDF.expand(.sha256, pseudorandomKey: secret.span, info: info.span, byteCount: 200)
        let derivation = Derivation(from: secret.span)
        #expect(derivation.expand(Label("long"), context: context.span, byteCount: 200).copied == expected.copied)
    }

    @Test(arguments: [0, 1, 31, 32, 33, 64, 255 * 32]) func givesEveryLength(_ count: Int) throws {
        let info = [UInt8(count >> 8), UInt8(count & 0xFF)] + Label("x").encodedForTests + [0]
        let expected = try HKDF.expand(.sha256, pseudorandomKey: secret.span, info: info.span, byteCount: count)
        #expect(Derivation(from: secret.span).expand(Label("x"), byteCount: count).copied == expected.copied)
    }

    @Test func aLabelCarriesTheProtocolsName() {
        #expect(Label("key").encodedForTests == [11] + Array("MLS 1.0 key".utf8))
    }
}

extension Label {
    /// Its length, "MLS 1.0 " and the name.
    fileprivate var encodedForTests: [UInt8] {
        let nothing: [UInt8] = []
        return Array(with(nothing.span).dropLast())
    }
}
