import NIOCore
import NIOEmbedded
import Testing

@testable import SecureChannel

/// Asking after silence. A line's first look comes within an interval, each at another time, so that not all ask at once.
struct PingTests {
    private let interval = LineLimits.pingInterval

    @Test func asksAfterSilenceAndGoesOnWhenAnswered() throws {
        let pair = try EmbeddedPair.lines()
        var askedCount = 0
        for _ in 0..<20 {
            pair.client.pass(interval)
            let asked = pair.client.wire.take()
            askedCount += asked.records.count
            pair.server.receive(asked)
            pair.client.receive(pair.server.wire.take())
        }
        #expect(askedCount >= 8)
        #expect(pair.client.isOpen)
        #expect(pair.client.recorder.messages == [] && pair.server.recorder.messages == [])
    }

    @Test func doesNotAskWhereTheOtherTalks() throws {
        let pair = try EmbeddedPair.lines()
        for _ in 0..<10 {
            pair.server.say(.text("still here"))
            pair.client.receive(pair.server.wire.take())
            pair.client.pass(interval)
            #expect(pair.client.wire.take().readableBytes == 0)
        }
    }

    /// At the latest after three intervals: one to notice, one to ask, one to wait.
    @Test func givesUpOnSilence() throws {
        let pair = try EmbeddedPair.lines()
        pair.client.pass(interval * 2)
        #expect(pair.client.isOpen)
        pair.client.pass(interval)
        #expect(pair.client.recorder.errors == [.silent])
        #expect(!pair.client.isOpen)
    }

    @Test func givesTheBodyBack() throws {
        let pair = try EmbeddedPair.lines()
        let body = ByteBuffer(bytes: [UInt8](1...16))
        pair.client.say(LineMessage(kind: .ping, body: body))
        pair.server.receive(pair.client.wire.take())
        let pong = pair.server.wire.take()
        #expect(pong.readableBytes == 2 + 5 + 16 + 16)
        pair.client.receive(pong)
        #expect(pair.client.isOpen)
    }

    @Test func closesOnAPingThatIsTooLong() throws {
        let pair = try EmbeddedPair.lines()
        pair.client.say(LineMessage(kind: .ping, body: ByteBuffer(repeating: 0, count: 17)))
        pair.exchange()
        #expect(pair.server.recorder.errors == [.messageTooLarge])
    }

    /// Who asks and asks without reading the answers gets none.
    @Test func answersNoPingWhileNothingLeaves() throws {
        let pair = try EmbeddedPair.lines()
        pair.server.channel.isWritable = false
        for _ in 0..<1_000 { pair.client.say(LineMessage(kind: .ping)) }
        pair.server.receive(pair.client.wire.take())
        #expect(pair.server.wire.take().readableBytes == 0)
        pair.server.channel.isWritable = true
        pair.client.say(LineMessage(kind: .ping))
        pair.server.receive(pair.client.wire.take())
        #expect(pair.server.wire.take().records.count == 1)
    }

    /// It has said `end` and can't ask any more; the other shows by itself that it is there, or is given up.
    @Test func givesUpOnSilenceAlsoAfterItsOwnEnd() throws {
        let pair = try EmbeddedPair.lines()
        pair.client.trigger(.end)
        pair.client.pass(interval * 5)
        #expect(pair.client.recorder.errors == [.silent])
        #expect(!pair.client.isOpen)
    }

    @Test func showsThatItIsThereToWhoHasEnded() throws {
        let pair = try EmbeddedPair.lines()
        pair.client.trigger(.end)
        pair.exchange()
        for _ in 0..<20 {
            for end in [pair.server, pair.client] { end.pass(interval) }
            pair.exchange()
        }
        #expect(pair.client.isOpen && pair.server.isOpen)
        pair.server.trigger(.end)
        pair.exchange()
        #expect(!pair.client.isOpen && !pair.server.isOpen)
        #expect(pair.client.recorder.errors == [] && pair.server.recorder.errors == [])
    }

    @Test func isQuietOnALineThatIsOver() throws {
        let pair = try EmbeddedPair.lines()
        pair.server.trigger(.refuse(.stopping))
        _ = pair.server.wire.take()
        pair.server.pass(interval * 10)
        #expect(pair.server.wire.take().readableBytes == 0)
    }
}
