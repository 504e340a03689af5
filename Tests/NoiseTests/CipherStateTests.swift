import Noise
import Sodium
import Testing

@Suite(.serialized) struct CipherStateTests {
    static let ciphers = AEADAlgorithm.allCases

    @Test(arguments: ciphers) func aMessageThatDoesNotOpenMovesNoNonce(_ cipher: AEADAlgorithm) throws {
        var ends = try meet(cipher)
        let first = try ends.initiator.sending.seal([1])
        let second = try ends.initiator.sending.seal([2])
        for wrong in [second, first.dropLast() + [first[first.count - 1] ^ 1], [UInt8](repeating: 0, count: 40)] {
            #expect(throws: NoiseError.doesNotOpen) { _ = try ends.responder.receiving.open(Array(wrong)) }
            #expect(ends.responder.receiving.nonce == 0)
        }
        #expect(try ends.responder.receiving.open(first) == [1])
        #expect(ends.responder.receiving.nonce == 1)
        #expect(throws: NoiseError.doesNotOpen) { _ = try ends.responder.receiving.open(first) }
        #expect(try ends.responder.receiving.open(second) == [2])
    }

    @Test(arguments: ciphers) func theLastNonceIsNeverUsed(_ cipher: AEADAlgorithm) throws {
        var ends = try meet(cipher)
        ends.initiator.sending.setNonce(.max - 1)
        ends.responder.receiving.setNonce(.max - 1)
        let last = try ends.initiator.sending.seal([1])
        #expect(ends.initiator.sending.nonce == .max)
        #expect(throws: NoiseError.nonceExhausted) { _ = try ends.initiator.sending.seal([2]) }
        #expect(throws: NoiseError.nonceExhausted) { _ = try ends.initiator.sending.seal([2]) }
        #expect(ends.initiator.sending.nonce == .max)
        #expect(try ends.responder.receiving.open(last) == [1])
        #expect(throws: NoiseError.nonceExhausted) { _ = try ends.responder.receiving.open(last) }
        #expect(ends.responder.receiving.nonce == .max)
        var buffer = last
        #expect(throws: NoiseError.nonceExhausted) {
            var span = buffer.mutableSpan
            try ends.responder.receiving.open(inPlace: &span, at: .max)
        }
        #expect(buffer == last)
    }

    @Test(arguments: ciphers) func rekeyAtTheSameMessageGoesOnWithTheNonce(_ cipher: AEADAlgorithm) throws {
        var ends = try meet(cipher)
        _ = try ends.responder.receiving.open(ends.initiator.sending.seal([0]))
        ends.initiator.sending.rekey()
        let message = try ends.initiator.sending.seal([1])
        #expect(ends.initiator.sending.nonce == 2)
        #expect(throws: NoiseError.doesNotOpen) { _ = try ends.responder.receiving.open(message) }
        ends.responder.receiving.rekey()
        #expect(ends.responder.receiving.nonce == 1)
        #expect(try ends.responder.receiving.open(message) == [1])
        #expect(try ends.initiator.receiving.open(ends.responder.sending.seal([2])) == [2])
    }

    @Test(arguments: ciphers) func rekeyWorksAfterTheLastMessage(_ cipher: AEADAlgorithm) throws {
        var ends = try meet(cipher)
        ends.initiator.sending.setNonce(.max)
        ends.initiator.sending.rekey()
        #expect(ends.initiator.sending.nonce == .max)
        #expect(throws: NoiseError.nonceExhausted) { _ = try ends.initiator.sending.seal([1]) }
    }

    @Test(arguments: ciphers) func associatedDataMustBeTheSame(_ cipher: AEADAlgorithm) throws {
        var ends = try meet(cipher)
        let message = try ends.initiator.sending.seal([1, 2, 3], authenticating: [9])
        for other in [[], [8], [9, 0]] as [[UInt8]] {
            #expect(throws: NoiseError.doesNotOpen) {
                _ = try ends.responder.receiving.open(message, authenticating: other)
            }
        }
        #expect(try ends.responder.receiving.open(message, authenticating: [9]) == [1, 2, 3])
    }

    @Test func inPlaceAndOnArraysAreTheSame() throws {
        var ends = try meet(.xChaCha20Poly1305)
        var buffer: [UInt8] = [1, 2, 3] + [UInt8](repeating: 0xff, count: 16)
        do {
            var span = buffer.mutableSpan
            try ends.initiator.sending.seal(inPlace: &span)
        }
        #expect(try ends.responder.receiving.open(buffer) == [1, 2, 3])
        buffer = try ends.initiator.sending.seal([4, 5, 6, 7])
        do {
            var span = buffer.mutableSpan
            try ends.responder.receiving.open(inPlace: &span)
        }
        #expect(Array(buffer.prefix(4)) == [4, 5, 6, 7])
    }

    @Test(arguments: ciphers) func messagesOpenInAnyOrderByTheirNumber(_ cipher: AEADAlgorithm) throws {
        var ends = try meet(cipher)
        let messages = try (0..<4).map { try ends.initiator.sending.seal([UInt8($0)]) }
        for number in [2, 0, 3, 1] {
            var buffer = messages[number]
            do {
                var span = buffer.mutableSpan
                try ends.responder.receiving.open(inPlace: &span, at: UInt64(number))
            }
            #expect(buffer[0] == UInt8(number))
            var wrong = messages[number]
            #expect(throws: NoiseError.doesNotOpen) {
                var span = wrong.mutableSpan
                try ends.responder.receiving.open(inPlace: &span, at: UInt64(number) + 1)
            }
        }
        #expect(ends.responder.receiving.nonce == 0)
    }

    @Test func theDirectionsHaveKeysOfTheirOwn() throws {
        var ends = try meet(.chaCha20Poly1305)
        let message = try ends.initiator.sending.seal([1])
        #expect(throws: NoiseError.doesNotOpen) { _ = try ends.initiator.receiving.open(message) }
        #expect(try ends.responder.sending.seal([1]) != message)
    }

    @Test func aTransportCanBeTakenApart() throws {
        let ends = try meet(.chaCha20Poly1305)
        var sending = ends.initiator.sending
        var receiving = ends.responder.receiving
        #expect(try receiving.open(sending.seal([1])) == [1])
    }

    private func meet(_ cipher: AEADAlgorithm) throws -> Ends {
        let noise = NoiseProtocol(pattern: .nn, cipher: cipher, hash: .blake2b)
        return try Party(noise.pattern).meet(noise)
    }
}
