import Noise
import Sodium
import Testing

struct OneWayTests {
    @Test(arguments: HandshakePattern.all.filter(\.isOneWay))
    func onlyTheInitiatorSends(_ pattern: HandshakePattern) throws {
        for pattern in pattern.modified {
            let noise = NoiseProtocol(pattern: pattern, cipher: .xChaCha20Poly1305, hash: .sha256)
            var ends = try Party(pattern).meet(noise)
            let message = try ends.initiator.sending.seal([1])
            #expect(throws: NoiseError.oneWayPattern) { _ = try ends.responder.sending.seal([1]) }
            #expect(throws: NoiseError.oneWayPattern) { _ = try ends.initiator.receiving.open(message) }
            ends.responder.sending.rekey()
            ends.initiator.receiving.rekey()
            #expect(throws: NoiseError.oneWayPattern) { _ = try ends.responder.sending.seal([1]) }
            #expect(ends.responder.sending.nonce == 0)
            #expect(try ends.responder.receiving.open(message) == [1])
        }
    }
}
