import NIOCore
import NIOEmbedded
import Noise
import TestSupport
import Testing

@testable import SecureChannel

/// How a line ends: each direction by itself, or cut.
struct LineEndTests {
    @Test(arguments: [true, false])
    func endsOneDirectionAfterTheOther(clientFirst: Bool) throws {
        let pair = try EmbeddedPair.lines()
        let (first, second) = clientFirst ? (pair.client, pair.server) : (pair.server, pair.client)
        first.say(.text("last"))
        first.trigger(.end)
        #expect(first.wire.isHalfClosed)
        second.receive(first.wire.take())
        second.receiveFIN()
        #expect(second.recorder.messages == [.text("last")])
        #expect(second.recorder.events == [.end])
        #expect(first.isOpen && second.isOpen)
        second.say(.text("acknowledged"))
        first.receive(second.wire.take())
        #expect(first.recorder.messages == [.text("acknowledged")])
        second.trigger(.end)
        #expect(!second.isOpen)
        first.receive(second.wire.take())
        #expect(!first.isOpen)
        #expect(first.recorder.events == [.end])
        #expect(first.recorder.errors == [] && second.recorder.errors == [])
    }

    @Test func endsWhenBothSayItAtOnce() throws {
        let pair = try EmbeddedPair.lines()
        pair.client.trigger(.end)
        pair.server.trigger(.end)
        pair.exchange()
        for end in [pair.client, pair.server] {
            #expect(!end.isOpen)
            #expect(end.recorder.events == [.end])
            #expect(end.recorder.errors == [])
        }
    }

    @Test func isSaidOnceHoweverOftenItIsAskedFor() throws {
        let pair = try EmbeddedPair.lines()
        for _ in 0..<3 { pair.client.trigger(.end) }
        #expect(pair.client.wire.take().records.count == 1)
    }

    @Test func isLostByAFINWithoutIt() throws {
        let pair = try EmbeddedPair.lines()
        pair.client.say(.text("arrived"))
        pair.server.receive(pair.client.wire.take())
        pair.server.receiveFIN()
        #expect(pair.server.recorder.messages == [.text("arrived")])
        #expect(pair.server.recorder.events == [])
        #expect(pair.server.recorder.errors == [.lost])
        #expect(!pair.server.isOpen)
        #expect(pair.server.recorder.isInactive)
    }

    @Test func readsNothingAfterAFINWithoutIt() throws {
        let pair = try EmbeddedPair.lines()
        pair.client.say(.text("late"))
        pair.server.receiveFIN()
        pair.server.channel.pipeline.fireChannelRead(pair.client.wire.take())
        #expect(pair.server.recorder.messages == [])
    }

    @Test func isLostByAConnectionThatClosesWithoutIt() throws {
        let pair = try EmbeddedPair.lines()
        pair.server.channel.close(promise: nil)
        #expect(pair.server.recorder.errors == [.lost])
        #expect(pair.server.recorder.isInactive)
    }

    /// One side's `end` is no goodbye of both: what that side still waited for may not have reached it.
    @Test func isLostByAConnectionThatClosesAfterOneSidesEndAlone() throws {
        let pair = try EmbeddedPair.lines()
        pair.client.trigger(.end)
        pair.server.receive(pair.client.wire.take())
        pair.server.channel.close(promise: nil)
        #expect(pair.server.recorder.events == [.end])
        #expect(pair.server.recorder.errors == [.lost])
        pair.client.receiveFIN()
        #expect(pair.client.recorder.errors == [.lost])
    }

    @Test func closesOnDataAfterIt() throws {
        let ends = try Transports.make()
        let server = try EmbeddedEnd.line(sending: LineTransport(ends.server))
        var writer = RecordWriter(cipher: RecordCipher(ends.client.sending))
        try writer.append(LineMessage(kind: .end))
        server.receive(try writer.flush() ?? ByteBuffer())
        try writer.append(.text("more"))
        server.receive(try writer.flush() ?? ByteBuffer())
        #expect(server.recorder.messages == [])
        #expect(server.recorder.events == [.end])
        #expect(server.recorder.errors == [.malformed])
        #expect(!server.isOpen)
    }

    @Test func closesOnAMessageBehindItInTheSameRecord() throws {
        let ends = try Transports.make()
        let server = try EmbeddedEnd.line(sending: LineTransport(ends.server))
        var writer = RecordWriter(cipher: RecordCipher(ends.client.sending))
        for message in [.text("before"), LineMessage(kind: .end), .text("after")] { try writer.append(message) }
        server.receive(try writer.flush() ?? ByteBuffer())
        #expect(server.recorder.messages == [.text("before")])
        #expect(server.recorder.errors == [.malformed])
        #expect(!server.isOpen)
    }

    @Test func failsWhatIsWrittenAfterIt() throws {
        let pair = try EmbeddedPair.lines()
        pair.client.trigger(.end)
        _ = pair.client.wire.take()
        #expect(throws: LineError.lost) { try pair.client.channel.writeAndFlush(LineMessage.text("late")).wait() }
        #expect(pair.client.wire.take().readableBytes == 0)
    }

    /// The other end takes slowly: closing must not throw away what was said before the goodbye.
    @Test func closesOnlyWhenWhatWasSaidHasLeft() throws {
        let pair = try EmbeddedPair.lines()
        pair.client.trigger(.end)
        pair.server.receive(pair.client.wire.take())
        pair.server.receiveFIN()
        pair.server.wire.isStuck = true
        pair.server.say(.text("acknowledged"))
        pair.server.trigger(.end)
        #expect(pair.server.isOpen)
        #expect(pair.server.wire.lostByteCount == 0)
        pair.server.wire.unstick()
        #expect(!pair.server.isOpen)
        pair.client.receive(pair.server.wire.take())
        #expect(pair.client.recorder.messages == [.text("acknowledged")])
        #expect(pair.client.recorder.events == [.end])
        #expect(pair.client.recorder.errors == [])
    }

    @Test func waitsNoLongerThanTheLingerDeadlineForWhatDoesNotLeave() throws {
        let pair = try EmbeddedPair.lines()
        pair.client.trigger(.end)
        pair.server.receive(pair.client.wire.take())
        pair.server.wire.isStuck = true
        pair.server.trigger(.end)
        pair.server.pass(LineLimits.lingerDeadline)
        #expect(!pair.server.isOpen)
    }

    @Test func completesThePromisesOfWhatWasFlushedAndFailsTheOthers() throws {
        let pair = try EmbeddedPair.lines()
        let flushed = (0..<3).map { pair.client.channel.write(LineMessage.text("\($0)")) }
        pair.client.channel.flush()
        for future in flushed { try future.wait() }
        let unflushed = (0..<3).map { pair.client.channel.write(LineMessage.text("\($0)")) }
        pair.client.channel.close(promise: nil)
        for future in unflushed { #expect(throws: LineError.lost) { try future.wait() } }
        let late = pair.client.channel.writeAndFlush(LineMessage.text("late"))
        #expect(throws: (any Error).self) { try late.wait() }
    }

    @Test func failsThePromisesOfWhatTheSocketNeverTook() throws {
        let pair = try EmbeddedPair.lines()
        pair.client.wire.isStuck = true
        let stuck = (0..<3).map { pair.client.channel.write(LineMessage.text("\($0)")) }
        pair.client.channel.flush()
        pair.client.channel.close(promise: nil)
        for future in stuck { #expect(throws: (any Error).self) { try future.wait() } }
    }

    @Test func failsAMessageThatIsTooLargeAndGoesOn() throws {
        let pair = try EmbeddedPair.lines()
        let large = ByteBuffer(repeating: 1, count: LineLimits.messageBodyBytesMax + 1)
        let message = LineMessage(kind: MessageKind(rawValue: 16), body: large)
        #expect(throws: LineError.messageTooLarge) { try pair.client.channel.writeAndFlush(message).wait() }
        pair.client.say(.text("small"))
        pair.exchange()
        #expect(pair.server.recorder.messages == [.text("small")])
    }

    @Test func tellsItsErrorOnceAndClosesOnABadRecord() throws {
        let pair = try EmbeddedPair.lines()
        pair.client.say(.text("good"))
        var bytes = pair.client.wire.take()
        bytes.writeInteger(UInt16(17))
        bytes.writeBytes([UInt8](repeating: 0, count: 17))
        pair.server.receive(bytes)
        pair.server.receive(ByteBuffer(bytes: [0, 0]))
        pair.server.receiveFIN()
        #expect(pair.server.recorder.messages == [.text("good")])
        #expect(pair.server.recorder.errors == [.doesNotOpen])
        #expect(!pair.server.isOpen)
        #expect(pair.server.wire.take().readableBytes == 0)
    }

    @Test(arguments: [0, 6, 7, 15] as [UInt8])
    func closesOnAKindOfTheLineThatNobodyKnows(kind: UInt8) throws {
        let pair = try EmbeddedPair.lines()
        pair.client.say(LineMessage(kind: MessageKind(rawValue: kind)))
        pair.exchange()
        #expect(pair.server.recorder.errors == [.malformed])
        #expect(!pair.server.isOpen)
    }

    /// Whatever comes in whatever order: no trap, one error at most, no promise left open.
    @Test func survivesEventsInAnyOrder() throws {
        var random = SeededRandom.announced()
        for _ in 0..<400 {
            let pair = try EmbeddedPair.lines()
            var promises: [EventLoopFuture<Void>] = []
            for _ in 0..<12 {
                let end = Bool.random(using: &random) ? pair.client : pair.server
                switch Int.random(in: 0...9, using: &random) {
                case 0: end.trigger(.end)
                case 1: end.trigger(.refuse(.stopping))
                case 2: end.receiveFIN()
                case 3: end.channel.close(promise: nil)
                case 4: end.pass(LineLimits.pingInterval)
                case 5: end.wire.isStuck.toggle()
                case 6: end.wire.unstick()
                case 7: pair.exchange(pieceByteCount: 3)
                case 8: end.receive(ByteBuffer(bytes: random.bytes(count: 20)))
                default: promises.append(end.channel.writeAndFlush(LineMessage.text("x")))
                }
            }
            for end in [pair.client, pair.server] {
                end.channel.close(promise: nil)
                end.settle()
                #expect(end.recorder.errors.count <= 1)
                #expect(end.recorder.isInactive)
            }
            for promise in promises { #expect(promise.isFulfilled) }
        }
    }
}

extension EventLoopFuture {
    /// Only for loops that run in the calling thread.
    fileprivate var isFulfilled: Bool {
        var isFulfilled = false
        withUnsafeMutablePointer(to: &isFulfilled) { flag in
            nonisolated(unsafe) let flag = flag
            whenComplete { _ in flag.pointee = true }
        }
        return isFulfilled
    }
}
