import Noise
import Sodium
import Testing

struct HandshakeTests {
    @Test(arguments: HandshakePattern.all) func bothEndsMeetInEverySuite(_ pattern: HandshakePattern) throws {
        for suite in allSuites {
            try meetAndTalk(NoiseProtocol(pattern: pattern, cipher: suite.cipher, hash: suite.hash))
        }
    }

    @Test(arguments: HandshakePattern.all) func bothEndsMeetWithEveryModifier(_ pattern: HandshakePattern) throws {
        for pattern in pattern.modified {
            try meetAndTalk(NoiseProtocol(pattern: pattern, cipher: .xChaCha20Poly1305, hash: .blake2b))
        }
    }

    @Test func eachLearnsTheOthersStaticKeyWhenItIsSent() throws {
        let (ours, theirs) = (X25519.SecretKey(), X25519.SecretKey())
        let noise = NoiseProtocol(pattern: .xx, cipher: .chaCha20Poly1305, hash: .sha256)
        let writer = try Handshake.initiator(noise, keys: HandshakeKeys(staticKey: ours))
        let reader = try Handshake.responder(noise, keys: HandshakeKeys(staticKey: theirs))
        #expect(writer.remoteStaticKey == nil)

        let first = try writer.write()
        guard case .reading(let dialler) = consume first.next else { throw TestFailure.turns }
        let atResponder = try reader.read(first.message)
        guard case .writing(let answerer) = consume atResponder.next else { throw TestFailure.turns }
        #expect(answerer.remoteStaticKey == nil)

        let second = try answerer.write()
        guard case .reading(let waiting) = consume second.next else { throw TestFailure.turns }
        let atInitiator = try dialler.read(second.message)
        guard case .writing(let last) = consume atInitiator.next else { throw TestFailure.turns }
        #expect(last.remoteStaticKey == theirs.publicKey)
        #expect(waiting.remoteStaticKey == nil)
        #expect(last.handshakeHash == waiting.handshakeHash)

        let third = try last.write()
        let end = try waiting.read(third.message)
        guard case .complete(let initiator) = consume third.next, case .complete(let responder) = consume end.next
        else {
            throw TestFailure.turns
        }
        #expect(initiator.remoteStaticKey == theirs.publicKey)
        #expect(responder.remoteStaticKey == ours.publicKey)
        #expect(initiator.handshakeHash == responder.handshakeHash)
    }

    @Test func aPayloadCanBeMadeFromTheEphemeralKeyThatCarriesIt() throws {
        let noise = NoiseProtocol(pattern: .x1x, cipher: .xChaCha20Poly1305, hash: .blake2b)
        let keys = try Party(noise.pattern)
        let first = try Handshake.initiator(noise, keys: keys.initiator).write { $0?.bytes ?? [] }
        #expect(Array(first.message.prefix(32)) == Array(first.message.suffix(32)))
        #expect(first.message.count == 64)
        let read = try Handshake.responder(noise, keys: keys.responder).read(first.message)
        #expect(read.payload == Array(first.message.prefix(32)))

        guard case .writing(let writer) = consume read.next, case .reading(let reader) = consume first.next else {
            throw TestFailure.turns
        }
        let second = try reader.read(writer.write().message)
        guard case .writing(let last) = consume second.next else { throw TestFailure.turns }
        var isNil = false
        _ = try last.write { key in
            isNil = key == nil
            return []
        }
        #expect(isNil)
    }

    @Test func everyHandshakeHasAnEphemeralKeyOfItsOwn() throws {
        let noise = NoiseProtocol(pattern: .nn, cipher: .chaCha20Poly1305, hash: .sha512)
        let messages = try (0..<8).map { _ in try Handshake.initiator(noise, keys: HandshakeKeys()).write().message }
        #expect(Set(messages).count == 8)
    }

    private func meetAndTalk(_ noise: NoiseProtocol) throws {
        let payloads = noise.pattern.messages.indices.map { [UInt8](repeating: UInt8($0), count: 3 * $0) }
        var ends = try Party(noise.pattern).meet(noise, prologue: [1, 2, 3]) { payloads[$0] }
        #expect(ends.payloads == payloads)
        #expect(ends.initiator.handshakeHash == ends.responder.handshakeHash)
        #expect(ends.initiator.handshakeHash.count == noise.hash.digestByteCount)
        for byte in UInt8(0)..<3 {
            #expect(try ends.responder.receiving.open(ends.initiator.sending.seal([byte])) == [byte])
            guard !noise.pattern.isOneWay else { continue }
            #expect(try ends.initiator.receiving.open(ends.responder.sending.seal([byte, byte])) == [byte, byte])
        }
    }
}
