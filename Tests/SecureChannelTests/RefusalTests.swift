import NIOCore
import Testing

@testable import SecureChannel

/// A relay that accepts who somebody is, and then doesn't serve them.
struct RefusalTests {
    private func pair(_ refusal: Refusal) throws -> EmbeddedPair {
        let relay = Relay(refusing: refusal)
        return EmbeddedPair(client: try .client(pin: relay.identity.relayKey), server: try .relay(relay))
    }

    @Test(arguments: Refusal.allCases)
    func isOneSealedRecordAndThenTheEnd(refusal: Refusal) throws {
        let pair = try pair(refusal)
        pair.server.receive(pair.client.wire.take())
        pair.client.receive(pair.server.wire.take())
        pair.server.receive(pair.client.wire.take())
        let record = pair.server.wire.take()
        #expect(record.readableBytes == 2 + 5 + 1 + 16)
        #expect(pair.server.wire.isHalfClosed)
        pair.client.receive(record)
        #expect(pair.client.recorder.errors == [.refused(refusal)])
        #expect(pair.client.recorder.events == [])
        #expect(!pair.client.isOpen)
        #expect(pair.server.recorder.peers.isEmpty)
        pair.server.receiveFIN()
        #expect(!pair.server.isOpen)
    }

    /// Closing over unread bytes would reset the connection and take the code with it.
    @Test func reachesAClientThatHasAlreadySentData() throws {
        let pair = try pair(.notAllowed)
        pair.server.receive(pair.client.wire.take())
        pair.client.receive(pair.server.wire.take())
        pair.client.say(.text("early"))
        pair.server.receive(pair.client.wire.take())
        #expect(pair.server.isOpen)
        for _ in 0..<100 { pair.client.say(.text("more")) }
        pair.server.receive(pair.client.wire.take())
        #expect(pair.server.isOpen)
        #expect(pair.server.wire.isHalfClosed)
        pair.client.receive(pair.server.wire.take())
        #expect(pair.client.recorder.errors == [.refused(.notAllowed)])
        #expect(pair.server.recorder.messages.isEmpty)
    }

    @Test func waitsNoLongerThanTheLingerDeadlineForTheClientToClose() throws {
        let pair = try pair(.overLimit)
        pair.server.receive(pair.client.wire.take())
        pair.client.receive(pair.server.wire.take())
        pair.server.receive(pair.client.wire.take())
        pair.server.pass(LineLimits.lingerDeadline - .milliseconds(1))
        #expect(pair.server.isOpen)
        pair.server.pass(.milliseconds(1))
        #expect(!pair.server.isOpen)
    }

    /// A relay may refuse a line that stands, such as when it stops.
    @Test func endsALineThatStandsWithItsReason() throws {
        let pair = try EmbeddedPair.lines()
        pair.server.say(.text("before"))
        pair.server.trigger(.refuse(.stopping))
        pair.server.trigger(.refuse(.stopping))
        #expect(pair.server.wire.isHalfClosed)
        pair.client.say(.text("crossing"))
        pair.server.receive(pair.client.wire.take())
        #expect(pair.server.recorder.messages.isEmpty)
        #expect(pair.server.isOpen)
        pair.client.receive(pair.server.wire.take())
        #expect(pair.client.recorder.messages == [.text("before")])
        #expect(pair.client.recorder.errors == [.refused(.stopping)])
        pair.server.receiveFIN()
        #expect(!pair.server.isOpen)
        #expect(pair.server.recorder.errors == [])
    }

    @Test func leavesALineThatLingersAtItsDeadline() throws {
        let pair = try EmbeddedPair.lines()
        pair.server.trigger(.refuse(.stopping))
        pair.server.pass(LineLimits.lingerDeadline)
        #expect(!pair.server.isOpen)
    }

    /// The direction is closed, so the code can't be told; the line still has to go.
    @Test func endsALineWhoseOwnDirectionHasEndedAlready() throws {
        let pair = try EmbeddedPair.lines()
        pair.server.trigger(.end)
        pair.server.trigger(.refuse(.stopping))
        pair.server.pass(LineLimits.lingerDeadline)
        #expect(!pair.server.isOpen)
    }

    @Test(arguments: [[], [0], [5], [255]] as [[UInt8]])
    func isMalformedWithoutAKnownCode(body: [UInt8]) throws {
        let pair = try EmbeddedPair.lines()
        pair.server.say(LineMessage(kind: .refusal, body: ByteBuffer(bytes: body)))
        pair.exchange()
        #expect(pair.client.recorder.errors == [.malformed])
        #expect(!pair.client.isOpen)
    }
}
