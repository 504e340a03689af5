import Noise
import Sodium
import Testing

struct LimitTests {
    private let noise = NoiseProtocol(pattern: .ik, cipher: .chaCha20Poly1305, hash: .blake2b)
    /// e, s with its tag, the payload's tag.
    private let overhead = 32 + 48 + 16

    @Test func aHandshakeMessageHasUpTo65535Bytes() throws {
        let keys = try Party(noise.pattern)
        let payload = [UInt8](repeating: 1, count: 65_535 - overhead)
        let written = try Handshake.initiator(noise, keys: keys.initiator).write(payload)
        #expect(written.message.count == 65_535)
        let read = try Handshake.responder(noise, keys: keys.responder).read(written.message)
        #expect(read.payload == payload)
    }

    @Test func oneByteMoreIsRefusedOnBothSides() throws {
        let keys = try Party(noise.pattern)
        let payload = [UInt8](repeating: 1, count: 65_536 - overhead)
        #expect(throws: NoiseError.messageTooLong) {
            _ = try Handshake.initiator(noise, keys: keys.initiator).write(payload)
        }
        #expect(throws: NoiseError.messageTooLong) {
            _ = try Handshake.initiator(noise, keys: keys.initiator).write { _ in payload }
        }
        #expect(throws: NoiseError.messageTooLong) {
            _ = try Handshake.responder(noise, keys: keys.responder).read([UInt8](repeating: 1, count: 65_536))
        }
        #expect(throws: NoiseError.doesNotOpen) {
            _ = try Handshake.responder(noise, keys: keys.responder).read([UInt8](repeating: 1, count: 65_535))
        }
    }

    @Test func aMessageInClearHasTheSameLimit() throws {
        let noise = NoiseProtocol(pattern: .xx, cipher: .chaCha20Poly1305, hash: .blake2b)
        let keys = try Party(noise.pattern)
        let longest = try Handshake.initiator(noise, keys: keys.initiator).write(
            [UInt8](repeating: 0, count: 65_535 - 32))
        #expect(longest.message.count == 65_535)
        #expect(throws: NoiseError.messageTooLong) {
            _ = try Handshake.initiator(noise, keys: keys.initiator).write([UInt8](repeating: 0, count: 65_536 - 32))
        }
    }

    @Test func aTransportMessageHas16To65535Bytes() throws {
        var ends = try Party(noise.pattern).meet(noise)
        #expect(NoiseLimits.plaintextByteCountMax == 65_519)
        for count in [0, 1, 65_518, 65_519] {
            let plaintext = [UInt8](repeating: 9, count: count)
            let message = try ends.initiator.sending.seal(plaintext)
            #expect(message.count == count + 16)
            #expect(try ends.responder.receiving.open(message) == plaintext)
        }
        let nonce = ends.initiator.sending.nonce
        #expect(throws: NoiseError.messageTooLong) {
            _ = try ends.initiator.sending.seal([UInt8](repeating: 9, count: 65_520))
        }
        var buffer = [UInt8](repeating: 0, count: 65_536)
        for count in [15, 0, 65_536] {
            buffer = [UInt8](repeating: 0, count: count)
            let error: NoiseError = count < 16 ? .messageTooShort : .messageTooLong
            #expect(throws: error) {
                var span = buffer.mutableSpan
                try ends.initiator.sending.seal(inPlace: &span)
            }
            #expect(throws: error) { _ = try ends.responder.receiving.open(buffer) }
        }
        #expect(ends.initiator.sending.nonce == nonce)
        #expect(ends.responder.receiving.nonce == nonce)
    }
}
