import Sodium
import TestSupport
import Testing

/// Sealing and opening with a borrowed key, into a secret, give what a key's own verbs give.
@Suite struct AEADSpanTests {
    private static let keyBytes = [UInt8](counting: AEADAlgorithm.keyByteCount)

    private func nonce(_ algorithm: AEADAlgorithm) -> [UInt8] {
        AEADNonce(littleEndianCounter: 3, for: algorithm).bytes
    }

    private func seal(_ plaintext: [UInt8], _ algorithm: AEADAlgorithm) throws -> [UInt8] {
        try algorithm.seal(
            plaintext.span, key: Self.keyBytes.span, nonce: nonce(algorithm).span, authenticating: [9].span)
    }

    private func open(
        _ ciphertext: [UInt8], _ algorithm: AEADAlgorithm, authenticating associatedData: [UInt8] = [9]
    ) throws -> [UInt8] {
        try algorithm.open(
            ciphertext.span, key: Self.keyBytes.span, nonce: nonce(algorithm).span,
            authenticating: associatedData.span
        ).array()
    }

    @Test(arguments: AEADAlgorithm.allCases, [0, 1, 16, 32, 1000])
    func agreesWithAKeysOwnVerbs(_ algorithm: AEADAlgorithm, count: Int) throws {
        let key = try AEADKey(algorithm, copying: Self.keyBytes)
        let nonce = AEADNonce(littleEndianCounter: 3, for: algorithm)
        let plaintext = [UInt8](counting: count)
        let sealed = try seal(plaintext, algorithm)
        #expect(sealed == (try key.seal(plaintext, nonce: nonce, authenticating: [9])))
        #expect(try open(sealed, algorithm) == plaintext)
    }

    @Test(arguments: AEADAlgorithm.allCases) func refusesWhatWasChanged(_ algorithm: AEADAlgorithm) throws {
        let sealed = try seal([1, 2], algorithm)
        for bit in 0..<(sealed.count * 8) {
            #expect(throws: SodiumError.doesNotOpen) { try open(sealed.flipping(bit: bit), algorithm) }
        }
        #expect(throws: SodiumError.doesNotOpen) { try open(sealed, algorithm, authenticating: [8]) }
        for count in 0..<AEADAlgorithm.tagByteCount {
            #expect(throws: SodiumError.doesNotOpen) { try open([UInt8](counting: count), algorithm) }
        }
    }

    @Test(arguments: AEADAlgorithm.allCases, [(31, 0), (33, 0), (0, 0), (32, 1), (32, -1)])
    func refusesAKeyAndANonceOfAnotherLength(_ algorithm: AEADAlgorithm, counts: (key: Int, nonceMore: Int)) throws {
        let key = [UInt8](counting: counts.key)
        let nonce = [UInt8](counting: algorithm.nonceByteCount + counts.nonceMore)
        #expect(throws: SodiumError.wrongLength) {
            _ = try algorithm.seal([1].span, key: key.span, nonce: nonce.span, authenticating: Span())
        }
        #expect(throws: SodiumError.wrongLength) {
            _ = try algorithm.open(
                [UInt8](counting: 20).span, key: key.span, nonce: nonce.span, authenticating: Span())
        }
    }
}
