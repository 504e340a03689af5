import Sodium
import TestSupport
import Testing

@Suite struct HMACTests {
    private static let algorithms = HashAlgorithm.allCases

    @Test(arguments: algorithms) func aFinishedStateBeginsAnewUnderTheSameKey(_ algorithm: HashAlgorithm) {
        let key = [UInt8](counting: 40)
        var state = HMACState(algorithm, key: key)
        for message in [[1, 2, 3], [], [UInt8](counting: 500), [1, 2, 3]] {
            state.update(message)
            #expect(state.finish() == HMACState.tag(algorithm, key: key, message: message))
        }
    }

    @Test(arguments: algorithms) func everyWayToFinishGivesTheSameTag(_ algorithm: HashAlgorithm) throws {
        let tag = HMACState.tag(algorithm, key: [1], message: [2])
        var state = HMACState(algorithm, key: [1])
        state.update([2])
        #expect(state.finishSecret().array() == tag)
        state.update([2])
        var output = [UInt8](repeating: 0xEE, count: tag.count + 1)
        try finish(&state, into: &output)
        #expect(output == tag + [0xEE])
    }

    @Test(arguments: algorithms) func refusesABufferTooShortAndGoesOn(_ algorithm: HashAlgorithm) throws {
        var state = HMACState(algorithm, key: [1])
        state.update([2])
        var short = [UInt8](repeating: 0, count: algorithm.digestByteCount - 1)
        #expect(throws: SodiumError.wrongLength) { try finish(&state, into: &short) }
        #expect(state.finish() == HMACState.tag(algorithm, key: [1], message: [2]))
    }

    /// RFC 2104 §2: only a key longer than a block is hashed first.
    @Test(arguments: algorithms) func aKeyIsHashedFromOneByteBeyondTheBlock(_ algorithm: HashAlgorithm) {
        let block = [UInt8](counting: algorithm.blockByteCount)
        let long = block + [1]
        func tag(_ key: [UInt8]) -> [UInt8] { HMACState.tag(algorithm, key: key, message: [9]) }
        #expect(tag(long) == tag(algorithm.digest(of: long)))
        #expect(tag(block) != tag(algorithm.digest(of: block)))
    }

    /// RFC 2104 §2: a short key is padded with zeros.
    @Test(arguments: algorithms) func anEmptyKeyIsABlockOfZeros(_ algorithm: HashAlgorithm) {
        let zeros = [UInt8](repeating: 0, count: algorithm.blockByteCount)
        #expect(
            HMACState.tag(algorithm, key: [], message: [9]) == HMACState.tag(algorithm, key: zeros, message: [9]))
    }

    @Test(arguments: algorithms, [1, 7, 64, 129]) func fedInPiecesItGivesTheTagOfTheWhole(
        _ algorithm: HashAlgorithm, size: Int
    ) {
        let data = [UInt8](counting: 700)
        var state = HMACState(algorithm, key: [1])
        for piece in data.pieces(of: size) { state.update(piece) }
        #expect(state.finish() == HMACState.tag(algorithm, key: [1], message: data))
    }

    private func finish(_ state: inout HMACState, into output: inout [UInt8]) throws {
        var span = output.mutableSpan
        try state.finish(into: &span)
    }
}
