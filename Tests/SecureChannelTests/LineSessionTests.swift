import NIOCore
import NIOEmbedded
import Noise
import Testing

@testable import SecureChannel

/// A session that sits on the line in place of handlers.
struct LineSessionTests {
    /// A client with handlers, and a relay's end with a session.
    private struct Ends {
        let client: EmbeddedEnd
        let server: EmbeddedEnd
        let session = SessionRecorder()
        let line: any LineOutput

        init() throws {
            let ends = try Transports.make()
            server = try .line(sending: LineTransport(ends.server), session: session)
            client = try .line(sending: LineTransport(ends.client), as: .client)
            line = try #require(session.line)
        }

        func exchange() { EmbeddedPair(client: client, server: server).exchange() }
    }

    @Test func hearsEachMessageAndThenThatAllWereThere() throws {
        let ends = try Ends()
        for text in ["a", "b"] { ends.client.channel.write(LineMessage.text(text), promise: nil) }
        ends.client.channel.flush()
        ends.exchange()
        #expect(ends.session.told == [.message(.text("a")), .message(.text("b")), .all])
        #expect(ends.server.recorder.messages == [])
    }

    @Test func sendsWhatWasAppendedInOneRecord() throws {
        let ends = try Ends()
        try ends.line.append(.text("one"))
        ends.line.append(encoded: LineMessage.text("two").encoded)
        var both = LineMessage.text("three").encoded
        both.writeImmutableBuffer(LineMessage.text("four").encoded)
        ends.line.append(encoded: both)
        #expect(ends.server.wire.take().readableBytes == 0)
        ends.line.flush()
        let sent = ends.server.wire.take()
        #expect(sent.records.count == 1)
        ends.client.receive(sent)
        #expect(ends.client.recorder.messages == ["one", "two", "three", "four"].map { .text($0) })
    }

    @Test func flushesNothingWhereNothingWasAppended() throws {
        let ends = try Ends()
        ends.line.append(encoded: ByteBuffer())
        ends.line.flush()
        #expect(ends.server.wire.take().readableBytes == 0)
    }

    @Test func answersFromWithinEachCall() throws {
        let ends = try Ends()
        let line = ends.line
        ends.session.answer = { message in
            line.append(encoded: message.encoded)
            line.flush()
        }
        for _ in 0..<3 { ends.client.say(.text("echo")) }
        ends.exchange()
        #expect(ends.client.recorder.messages == (0..<3).map { _ in .text("echo") })
    }

    @Test func countsWhatTheSocketHasNotTaken() throws {
        let ends = try Ends()
        #expect(ends.line.queuedByteCount == 0)
        let message = LineMessage.text([UInt8](repeating: 7, count: 100))
        ends.line.append(encoded: message.encoded)
        #expect(ends.line.queuedByteCount == 2 + 5 + 100)
        ends.line.flush()
        #expect(ends.line.queuedByteCount == 0)
    }

    @Test func refusesABodyThatIsTooLargeAndGoesOn() throws {
        let ends = try Ends()
        let body = ByteBuffer(repeating: 1, count: LineLimits.messageBodyBytesMax + 1)
        #expect(throws: LineError.messageTooLarge) {
            try ends.line.append(LineMessage(kind: MessageKind(rawValue: 16), body: body))
        }
        try ends.line.append(.text("small"))
        ends.line.flush()
        ends.exchange()
        #expect(ends.client.recorder.messages == [.text("small")])
    }

    @Test func learnsWhenItMayGoOn() throws {
        let ends = try Ends()
        #expect(ends.line.isWritable)
        ends.server.channel.isWritable = false
        ends.server.channel.pipeline.fireChannelWritabilityChanged()
        #expect(!ends.line.isWritable)
        #expect(ends.session.told == [])
        ends.server.channel.isWritable = true
        ends.server.channel.pipeline.fireChannelWritabilityChanged()
        #expect(ends.line.isWritable)
        #expect(ends.session.told == [.drained])
    }

    @Test func endsInBothDirections() throws {
        let ends = try Ends()
        ends.client.trigger(.end)
        ends.exchange()
        #expect(ends.session.told == [.peerEnded, .all])
        try ends.line.append(.text("last"))
        ends.line.end()
        ends.exchange()
        #expect(ends.client.recorder.messages == [.text("last")])
        #expect(ends.client.recorder.errors == [])
        #expect(ends.session.told == [.peerEnded, .all, .ended(nil)])
        #expect(!ends.server.isOpen && !ends.client.isOpen)
    }

    @Test func refusesWithACode() throws {
        let ends = try Ends()
        ends.line.refuse(.overLimit)
        ends.exchange()
        #expect(ends.client.recorder.errors == [.refused(.overLimit)])
        ends.server.receiveFIN()
        ends.server.settle()
        #expect(ends.session.told.last == .ended(nil))
    }

    @Test(arguments: [LineError.doesNotOpen, .lost, .silent])
    func learnsOnceWhyItWasCut(error: LineError) throws {
        let ends = try Ends()
        switch error {
        case .doesNotOpen: ends.server.receive(ByteBuffer(bytes: [0, 17] + [UInt8](repeating: 0, count: 17)))
        case .lost: ends.server.receiveFIN()
        default: ends.server.pass(LineLimits.pingInterval * 3)
        }
        ends.server.receiveFIN()
        ends.server.settle()
        #expect(ends.session.told.filter { $0 != .all } == [.ended(error)])
        #expect(!ends.server.isOpen)
    }

    @Test func isToldThatItsOwnCloseCutTheLine() throws {
        let ends = try Ends()
        ends.line.close()
        ends.server.settle()
        #expect(ends.session.told == [.ended(.lost)])
    }

    @Test func saysNothingOnALineThatIsOver() throws {
        for end in [{ $0.end() }, { $0.refuse(.stopping) }, { $0.close() }] as [(any LineOutput) -> Void] {
            let ends = try Ends()
            end(ends.line)
            ends.server.settle()
            _ = ends.server.wire.take()
            try ends.line.append(.text("late"))
            ends.line.append(encoded: LineMessage.text("late").encoded)
            ends.line.flush()
            for again in [{ $0.end() }, { $0.refuse(.stopping) }, { $0.close() }] as [(any LineOutput) -> Void] {
                again(ends.line)
            }
            #expect(ends.line.queuedByteCount == 0)
            #expect(!ends.line.isWritable)
            #expect(ends.server.wire.take().readableBytes == 0)
        }
    }

    @Test func isLetGoWhenItsLineEnds() throws {
        weak var session: SessionRecorder?
        do {
            let ends = try Ends()
            session = ends.session
            ends.line.close()
            ends.server.settle()
        }
        #expect(session == nil)
    }

    @Test func isToldAtTheClientThatTheRelayHasAccepted() throws {
        let ends = try Transports.make()
        let session = SessionRecorder()
        let client = try EmbeddedEnd.line(sending: LineTransport(ends.client), as: .client, session: session)
        var writer = RecordWriter(cipher: RecordCipher(ends.server.sending))
        try writer.append(LineMessage(kind: .accepted))
        client.receive(try writer.flush() ?? ByteBuffer())
        #expect(session.told == [.accepted, .all])
    }

    /// `accepted` is the relay's first word, whatever a session says when it is made.
    @Test func greetsInTheRecordThatAccepts() throws {
        let relay = Relay()
        let session = SessionRecorder()
        let setup = LineSetup(limits: .open) { line, _ in
            session.line = line
            line.append(encoded: LineMessage.text("welcome").encoded)
            return session
        }
        let client = try EmbeddedEnd.client(pin: relay.identity.relayKey)
        let server = try EmbeddedEnd.relay(relay, setup: setup)
        for _ in 0..<2 {
            server.receive(client.wire.take())
            client.receive(server.wire.take())
        }
        #expect(client.recorder.events == [.accepted])
        #expect(client.recorder.messages == [.text("welcome")])
        client.say(.text("thanks"))
        server.receive(client.wire.take())
        #expect(session.messages == [.text("thanks")])
        withExtendedLifetime(session) {}
    }

    /// What came behind the handshake's last message belongs to the session.
    @Test func hearsWhatCameWithTheHandshake() throws {
        let relay = Relay()
        let session = SessionRecorder()
        let setup = LineSetup(limits: .open) { _, _ in session }
        let client = try EmbeddedEnd.client(pin: relay.identity.relayKey)
        let server = try EmbeddedEnd.relay(relay, setup: setup)
        server.receive(client.wire.take())
        client.receive(server.wire.take())
        client.say(.text("at once"))
        server.receive(client.wire.take())
        #expect(session.told == [.message(.text("at once")), .all])
    }
}
