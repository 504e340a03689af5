import Sodium
import TestSupport
import Testing

@Suite struct AEADTests {
    private static let algorithms = AEADAlgorithm.allCases
    private let associatedData = Array("sotto/1".utf8)

    private func nonce(_ counter: UInt64, _ algorithm: AEADAlgorithm) -> AEADNonce {
        AEADNonce(littleEndianCounter: counter, for: algorithm)
    }

    @Test(arguments: algorithms, [0, 1, 15, 16, 17, 63, 64, 65, 1024, 65_519])
    func whatIsSealedOpens(_ algorithm: AEADAlgorithm, count: Int) throws {
        let plaintext = [UInt8](counting: count)
        let key = AEADKey.random(algorithm)
        let sealed = try key.seal(plaintext, nonce: nonce(7, algorithm), authenticating: associatedData)
        #expect(sealed.count == count + AEADAlgorithm.tagByteCount)
        #expect(try key.open(sealed, nonce: nonce(7, algorithm), authenticating: associatedData) == plaintext)
    }

    @Test(arguments: algorithms) func inPlaceGivesTheBytesOfTheArrayForm(_ algorithm: AEADAlgorithm) throws {
        let key = AEADKey.random(algorithm)
        let plaintext = [UInt8](counting: 100)
        let sealed = try key.seal(plaintext, nonce: nonce(0, algorithm), authenticating: associatedData)

        var buffer = plaintext + [UInt8](repeating: 0xEE, count: AEADAlgorithm.tagByteCount)
        try seal(key, &buffer, nonce(0, algorithm))
        #expect(buffer == sealed)
        try open(key, &buffer, nonce(0, algorithm))
        #expect(Array(buffer.prefix(100)) == plaintext)
    }

    @Test(arguments: algorithms) func refusesEveryFlippedBit(_ algorithm: AEADAlgorithm) throws {
        let key = AEADKey.random(algorithm)
        let sealed = try key.seal([UInt8](counting: 20), nonce: nonce(0, algorithm), authenticating: associatedData)
        for bit in 0..<(sealed.count * 8) {
            #expect(throws: SodiumError.doesNotOpen) {
                try key.open(sealed.flipping(bit: bit), nonce: nonce(0, algorithm), authenticating: associatedData)
            }
        }
    }

    @Test(arguments: algorithms) func refusesAnotherNonceDataOrKey(_ algorithm: AEADAlgorithm) throws {
        let key = AEADKey.random(algorithm)
        let sealed = try key.seal([1, 2, 3], nonce: nonce(1, algorithm), authenticating: associatedData)
        #expect(throws: SodiumError.doesNotOpen) {
            try key.open(sealed, nonce: nonce(2, algorithm), authenticating: associatedData)
        }
        #expect(throws: SodiumError.doesNotOpen) { try key.open(sealed, nonce: nonce(1, algorithm)) }
        let other = AEADKey.random(algorithm)
        #expect(throws: SodiumError.doesNotOpen) {
            try other.open(sealed, nonce: nonce(1, algorithm), authenticating: associatedData)
        }
    }

    @Test(arguments: algorithms) func aFailedOpenLeavesZerosAndNoPlaintext(_ algorithm: AEADAlgorithm) throws {
        let key = AEADKey.random(algorithm)
        var buffer = try key.seal([UInt8](repeating: 0x55, count: 64), nonce: nonce(0, algorithm))
        buffer[79] ^= 1
        #expect(throws: SodiumError.doesNotOpen) { try open(key, &buffer, nonce(0, algorithm), data: []) }
        #expect(buffer.prefix(64).allSatisfy { $0 == 0 })
    }

    @Test(arguments: algorithms) func takesNoBufferWithoutRoomForATag(_ algorithm: AEADAlgorithm) throws {
        let key = AEADKey.random(algorithm)
        var short = [UInt8](repeating: 0, count: 15)
        #expect(throws: SodiumError.wrongLength) { try seal(key, &short, nonce(0, algorithm)) }
        #expect(throws: SodiumError.wrongLength) { try open(key, &short, nonce(0, algorithm)) }
        #expect(throws: SodiumError.wrongLength) { try key.open([], nonce: nonce(0, algorithm)) }
        var tagOnly = [UInt8](repeating: 0, count: 16)
        try seal(key, &tagOnly, nonce(0, algorithm))
        try open(key, &tagOnly, nonce(0, algorithm))
    }

    @Test(arguments: algorithms) func takesNoNonceOfTheOtherAlgorithm(_ algorithm: AEADAlgorithm) throws {
        let key = AEADKey.random(algorithm)
        let other = try #require(Self.algorithms.first { $0 != algorithm })
        #expect(throws: SodiumError.wrongLength) { try key.seal([1], nonce: nonce(0, other)) }
        #expect(throws: SodiumError.wrongLength) {
            try key.open([UInt8](repeating: 0, count: 32), nonce: nonce(0, other))
        }
    }

    @Test(arguments: [0, 31, 33]) func refusesKeysThatAreNot32Bytes(_ count: Int) {
        for algorithm in Self.algorithms {
            #expect(throws: SodiumError.wrongLength) {
                _ = try AEADKey(algorithm, copying: [UInt8](counting: count)).algorithm
            }
        }
    }

    private func seal(_ key: borrowing AEADKey, _ buffer: inout [UInt8], _ nonce: AEADNonce) throws {
        var span = buffer.mutableSpan
        try key.seal(inPlace: &span, nonce: nonce, authenticating: associatedData.span)
    }

    private func open(
        _ key: borrowing AEADKey, _ buffer: inout [UInt8], _ nonce: AEADNonce, data: [UInt8]? = nil
    ) throws {
        let data = data ?? associatedData
        var span = buffer.mutableSpan
        try key.open(inPlace: &span, nonce: nonce, authenticating: data.span)
    }
}
