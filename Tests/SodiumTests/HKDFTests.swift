import Sodium
import Testing

@Suite struct HKDFTests {
    private static let algorithms = HashAlgorithm.allCases

    private func derive(_ algorithm: HashAlgorithm, salt: [UInt8] = [], byteCount: Int) throws -> [UInt8] {
        try HKDF.derive(
            algorithm, inputKeyMaterial: [1, 2, 3].span, salt: salt.span, info: [4].span, byteCount: byteCount
        ).array()
    }

    @Test(arguments: algorithms) func gives255DigestsAndRefusesOneByteMore(_ algorithm: HashAlgorithm) throws {
        let most = 255 * algorithm.digestByteCount
        #expect(try derive(algorithm, byteCount: most).count == most)
        #expect(throws: SodiumError.outputTooLong) { try derive(algorithm, byteCount: most + 1) }
        #expect(throws: SodiumError.outputTooLong) { try derive(algorithm, byteCount: .max) }
    }

    @Test(arguments: algorithms) func refusesLessThanNothing(_ algorithm: HashAlgorithm) throws {
        #expect(try derive(algorithm, byteCount: 0).isEmpty)
        #expect(throws: SodiumError.wrongLength) { try derive(algorithm, byteCount: -1) }
        #expect(throws: SodiumError.wrongLength) { try derive(algorithm, byteCount: .min) }
    }

    @Test(arguments: algorithms) func aShorterOutputIsTheBeginningOfALonger(_ algorithm: HashAlgorithm) throws {
        let long = try derive(algorithm, byteCount: 255 * algorithm.digestByteCount)
        for count in [1, algorithm.digestByteCount - 1, algorithm.digestByteCount, algorithm.digestByteCount + 1, 1000]
        {
            #expect(try derive(algorithm, byteCount: count) == Array(long.prefix(count)))
        }
    }

    /// RFC 5869 §2.2.
    @Test(arguments: algorithms) func noSaltIsADigestOfZeros(_ algorithm: HashAlgorithm) throws {
        let zeros = [UInt8](repeating: 0, count: algorithm.digestByteCount)
        #expect(try derive(algorithm, byteCount: 42) == derive(algorithm, salt: zeros, byteCount: 42))
    }

    @Test(arguments: algorithms) func extractIsHMACUnderTheSalt(_ algorithm: HashAlgorithm) {
        let key = HKDF.extract(algorithm, salt: [5].span, inputKeyMaterial: [6].span)
        #expect(key.array() == HMACState.tag(algorithm, key: [5], message: [6]))
    }
}
