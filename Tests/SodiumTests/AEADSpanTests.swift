import Sodium
import TestSupport
import Testing

/// Sealing from borrowed bytes, and opening into a secret, give what the array forms give.
@Suite struct AEADSpanTests {
    @Test(arguments: AEADAlgorithm.allCases, [0, 1, 16, 32, 1000])
    func agreesWithTheArrayForms(_ algorithm: AEADAlgorithm, count: Int) throws {
        let key = AEADKey.random(algorithm)
        let nonce = AEADNonce(littleEndianCounter: 3, for: algorithm)
        let plaintext = [UInt8](counting: count)
        let sealed = try key.seal(plaintext.span, nonce: nonce, authenticating: [9].span)
        #expect(sealed == (try key.seal(plaintext, nonce: nonce, authenticating: [9])))
        #expect(try key.openSecret(sealed.span, nonce: nonce, authenticating: [9].span).array() == plaintext)
    }

    @Test(arguments: AEADAlgorithm.allCases) func refusesWhatWasChanged(_ algorithm: AEADAlgorithm) throws {
        let key = AEADKey.random(algorithm)
        let nonce = AEADNonce(littleEndianCounter: 3, for: algorithm)
        let sealed = try key.seal([1, 2].span, nonce: nonce, authenticating: [9].span)
        for bit in 0..<(sealed.count * 8) {
            #expect(throws: SodiumError.doesNotOpen) {
                _ = try key.openSecret(sealed.flipping(bit: bit).span, nonce: nonce, authenticating: [9].span)
            }
        }
        #expect(throws: SodiumError.doesNotOpen) {
            _ = try key.openSecret(sealed.span, nonce: nonce, authenticating: [8].span)
        }
        for count in 0..<16 {
            #expect(throws: SodiumError.doesNotOpen) {
                _ = try key.openSecret([UInt8](counting: count).span, nonce: nonce, authenticating: [9].span)
            }
        }
    }

    @Test(arguments: AEADAlgorithm.allCases) func refusesANonceOfTheOtherAlgorithm(_ algorithm: AEADAlgorithm) throws {
        let other: AEADAlgorithm = algorithm == .chaCha20Poly1305 ? .xChaCha20Poly1305 : .chaCha20Poly1305
        let key = AEADKey.random(algorithm)
        let nonce = AEADNonce(littleEndianCounter: 3, for: other)
        #expect(throws: SodiumError.wrongLength) { try key.seal([1].span, nonce: nonce, authenticating: Span()) }
        #expect(throws: SodiumError.wrongLength) {
            _ = try key.openSecret([UInt8](counting: 20).span, nonce: nonce, authenticating: Span())
        }
    }
}
