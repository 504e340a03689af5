import NIOCore
import NIOEmbedded
import Testing

@testable import SecureChannel

/// Only a relay accepts and refuses, and it accepts once.
struct RoleTests {
    @Test func aClientThatAcceptsIsCutOff() throws {
        let pair = try EmbeddedPair.lines()
        pair.client.say(LineMessage(kind: .accepted))
        pair.exchange()
        #expect(pair.server.recorder.events.isEmpty)
        #expect(pair.server.recorder.errors == [.malformed])
        #expect(!pair.server.isOpen)
    }

    @Test func aClientThatRefusesIsCutOff() throws {
        let pair = try EmbeddedPair.lines()
        pair.client.say(LineMessage(kind: .refusal, body: ByteBuffer(integer: Refusal.stopping.rawValue)))
        pair.exchange()
        #expect(pair.server.recorder.errors == [.malformed])
    }

    @Test func aRelayThatAcceptsTwiceIsCutOff() throws {
        let pair = try EmbeddedPair.lines()
        pair.server.say(LineMessage(kind: .accepted))
        pair.exchange()
        #expect(pair.client.recorder.events == [.accepted])
        pair.server.say(LineMessage(kind: .accepted))
        pair.exchange()
        #expect(pair.client.recorder.events == [.accepted])
        #expect(pair.client.recorder.errors == [.malformed])
    }

    @Test func allPingsReadAtOnceAreAnsweredInOneRecord() throws {
        let pair = try EmbeddedPair.lines()
        for _ in 0..<50 { pair.client.channel.write(LineMessage(kind: .ping), promise: nil) }
        pair.client.channel.flush()
        pair.server.receive(pair.client.wire.take())
        // One record's length and tag, and 50 messages of 5 bytes.
        #expect(pair.server.wire.take().readableBytes == 2 + 50 * 5 + 16)
    }
}
