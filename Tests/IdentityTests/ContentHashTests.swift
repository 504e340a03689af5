import Identity
import TestSupport
import Testing

@Suite struct ContentHashTests {
    /// By Python's hashlib: blake2b(…, digest_size=32).
    @Test(arguments: [
        ("", "0e5751c026e543b2e8ab2eb06099daa1d1e5df47778f7787faab45cdf12fe3a8"),
        ("abc", "bddd813c634239723171ef3fee98579b94964e3bb1cb3e427262c8c068d52319"),
    ])
    func itIsBLAKE2bOf256Bits(text: String, digest: String) {
        #expect(ContentHash.digest(of: Array(text.utf8), []).hex == digest)
    }

    @Test func itIsThatOfBothTogetherHoweverTheyAreCut() {
        let bytes = [UInt8](counting: 300)
        let whole = ContentHash.digest(of: bytes, [])
        for cut in [0, 1, 127, 128, 129, 256, 300] {
            #expect(ContentHash.digest(of: Array(bytes.prefix(cut)), Array(bytes.dropFirst(cut))) == whole)
        }
    }

    @Test func noDomainStandsBeforeIt() {
        let bytes: [UInt8] = [1, 2, 3]
        for domain in Domain.allCases { #expect(domain.digest(of: bytes) != ContentHash.digest(of: bytes, [])) }
        #expect(Domain.roomLog.digest(of: bytes) == ContentHash.digest(of: Domain.roomLog.bytes, bytes))
    }
}
