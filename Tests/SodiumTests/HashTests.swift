import Sodium
import TestSupport
import Testing

@Suite struct HashTests {
    @Test(arguments: HashAlgorithm.allCases, [1, 3, 63, 64, 65, 127, 128, 129, 999])
    func fedInPiecesItGivesTheDigestOfTheWhole(_ algorithm: HashAlgorithm, size: Int) {
        let data = [UInt8](counting: 1000)
        var state = HashState(algorithm)
        for piece in data.pieces(of: size) { state.update(piece) }
        let digest = state.finalize()
        #expect(digest == algorithm.digest(of: data))
    }

    @Test(arguments: HashAlgorithm.allCases) func digestsHaveTheirLength(_ algorithm: HashAlgorithm) {
        #expect(algorithm.digest(of: [UInt8]()).count == algorithm.digestByteCount)
    }

    @Test(arguments: HashAlgorithm.allCases) func writesIntoALongerBufferAndLeavesTheRest(_ algorithm: HashAlgorithm)
        throws
    {
        var output = [UInt8](repeating: 0xEE, count: algorithm.digestByteCount + 3)
        try write(HashState(algorithm), into: &output)
        #expect(Array(output.dropLast(3)) == algorithm.digest(of: [UInt8]()))
        #expect(output.suffix(3).allSatisfy { $0 == 0xEE })
    }

    @Test(arguments: HashAlgorithm.allCases) func refusesABufferTooShort(_ algorithm: HashAlgorithm) {
        var output = [UInt8](repeating: 0, count: algorithm.digestByteCount - 1)
        #expect(throws: SodiumError.wrongLength) { try write(HashState(algorithm), into: &output) }
    }

    private func write(_ state: consuming HashState, into output: inout [UInt8]) throws {
        var span = output.mutableSpan
        try state.finalize(into: &span)
    }
}
