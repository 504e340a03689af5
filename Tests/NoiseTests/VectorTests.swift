import Noise
import TestSupport
import Testing

@Suite(.enabled(if: VectorFile.isPresent, "\(SharedVectors.absence)"))
struct VectorTests {
    @Test(arguments: VectorFile.cacophony.cases) func reproducesCacophony(_ vector: VectorCase) throws {
        try check(vector)
    }

    @Test(arguments: VectorFile.snow.cases) func reproducesSnow(_ vector: VectorCase) throws { try check(vector) }

    @Test(arguments: VectorFile.ours.cases) func reproducesTheLinesOwnSuite(_ vector: VectorCase) throws {
        try check(vector)
    }

    @Test func noVectorIsLeftOut() {
        #expect(VectorFile.cacophony.cases.count == 177)
        #expect(VectorFile.cacophony.cases.allSatisfy { $0.handshakeHash != nil })
        #expect(VectorFile.snow.cases.count == 153)
        #expect(VectorFile.ours.cases.count == 3)
    }

    private func check(_ vector: VectorCase) throws {
        let noise = try NoiseProtocol(name: vector.protocolName)
        #expect(noise.name == vector.protocolName)
        var ends = try Ends.meet(vector.initiator(noise), vector.responder(noise)) {
            [UInt8](hex: vector.messages[$0].payload)
        }
        let count = ends.messages.count
        #expect(ends.messages.map(\.hex) == vector.messages.prefix(count).map(\.ciphertext))
        #expect(ends.payloads.map(\.hex) == vector.messages.prefix(count).map(\.payload))
        #expect(ends.initiator.handshakeHash == ends.responder.handshakeHash)
        if let hash = vector.handshakeHash { #expect(ends.initiator.handshakeHash.hex == hash) }
        for index in vector.messages.indices.dropFirst(count) {
            let message = vector.messages[index]
            let plaintext = [UInt8](hex: message.payload)
            if noise.pattern.isOneWay || index.isMultiple(of: 2) {
                #expect(try ends.initiator.sending.seal(plaintext).hex == message.ciphertext)
                #expect(try ends.responder.receiving.open([UInt8](hex: message.ciphertext)) == plaintext)
            } else {
                #expect(try ends.responder.sending.seal(plaintext).hex == message.ciphertext)
                #expect(try ends.initiator.receiving.open([UInt8](hex: message.ciphertext)) == plaintext)
            }
        }
    }
}
