import Identity
import NIOCore
import TestSupport
import Testing

@testable import SecureChannel

struct HandshakeTests {
    private let ann = Person()
    private let relay = Relay(limits: .generous)

    private func pair(pin: RelayKey? = nil) throws -> EmbeddedPair {
        EmbeddedPair(
            client: try .client(ann.lineIdentity, pin: pin ?? relay.identity.relayKey), server: try .relay(relay))
    }

    @Test(arguments: [1, 2, 7, 50, .max])
    func bringsTwoEndsTogetherHoweverTheirBytesArrive(pieceByteCount: Int) throws {
        let pair = try pair()
        pair.exchange(pieceByteCount: pieceByteCount)
        #expect(pair.client.recorder.events == [.accepted])
        let (seen, shown) = (pair.server.recorder.peers, pair.client.recorder.peers)
        #expect(seen.count == 1 && shown.count == 1)
        #expect(seen.first?.handshakeHash == shown.first?.handshakeHash)
        #expect(seen.first?.handshakeHash.count == 64)
        guard case .client(let hello)? = seen.first?.identity, case .relay(let key)? = shown.first?.identity else {
            Issue.record("nobody came")
            return
        }
        #expect(hello == ann.hello())
        #expect(key == relay.identity.relayKey)
        pair.client.say(.text("to the relay"))
        pair.server.say(.text("to the client"))
        pair.exchange(pieceByteCount: pieceByteCount)
        #expect(pair.server.recorder.messages == [.text("to the relay")])
        #expect(pair.client.recorder.messages == [.text("to the client")])
    }

    /// A client may speak at once: its first records come with message 3, or right behind it.
    @Test func takesRecordsThatComeInOnePieceWithTheLastMessage() throws {
        let pair = try pair()
        pair.server.receive(pair.client.wire.take())
        pair.client.receive(pair.server.wire.take())
        pair.client.say(.text("early"))
        pair.server.receive(pair.client.wire.take())
        #expect(pair.server.recorder.messages == [.text("early")])
        pair.server.say(.text("soon"))
        pair.client.receive(pair.server.wire.take())
        #expect(pair.client.recorder.events == [.accepted])
        #expect(pair.client.recorder.messages == [.text("soon")])
    }

    /// Lengths, ephemeral key, mac1: 50 bytes; 98 back; nothing else before the relay's key is known.
    @Test func sendsMessagesOfTheirExactLengths() throws {
        let pair = try pair()
        let message1 = pair.client.wire.take()
        #expect(message1.readableBytes == 50)
        pair.server.receive(message1)
        let message2 = pair.server.wire.take()
        #expect(message2.readableBytes == 98)
        pair.client.receive(message2)
        #expect(pair.client.wire.take().readableBytes == 2 + 48 + ann.hello().encoded.count + 16)
    }

    @Test func showsMac1WhereTheRelayIsKnownAndZerosWhereItIsNot() throws {
        let known = try EmbeddedEnd.client(pin: relay.identity.relayKey).wire.take().bytes
        let mac1 = Mac1(relayKey: relay.identity.relayKey)
        #expect(mac1.isValid(Array(known[34...]), for: Array(known[2..<34])))
        let unknown = try EmbeddedEnd.client(pin: nil).wire.take().bytes
        #expect(Array(unknown[34...]) == [UInt8](repeating: 0, count: 16))
    }

    @Test func comparesThePinBeforeAnythingThatNamesTheClient() throws {
        let other = Relay().identity.relayKey
        let pair = try pair(pin: other)
        pair.server.receive(pair.client.wire.take())
        pair.client.receive(pair.server.wire.take())
        pair.settle()
        #expect(pair.client.wire.take().readableBytes == 0)
        #expect(!pair.client.isOpen)
        #expect(
            pair.client.outcomeError == .relayKeyChanged(pinned: other, presented: relay.identity.relayKey))
        #expect(pair.client.recorder.peers.isEmpty)
    }

    @Test func saysNothingToARelayThatItDoesNotKnow() throws {
        let client = try EmbeddedEnd.client(pin: nil)
        let server = try EmbeddedEnd.relay(relay)
        server.receive(client.wire.take())
        client.receive(server.wire.take())
        client.settle()
        #expect(client.wire.take().readableBytes == 0)
        #expect(!client.isOpen)
        #expect(client.outcomeError == .relayUnknown(relay.identity.relayKey))
    }

    @Test func closesOnEachChangedByteOfMessage2WithoutAnswering() throws {
        for index in 2..<98 {
            let pair = try pair()
            pair.server.receive(pair.client.wire.take())
            var message2 = pair.server.wire.take()
            message2.setInteger((message2.getInteger(at: index, as: UInt8.self) ?? 0) ^ 1, at: index)
            pair.client.receive(message2)
            pair.settle()
            #expect(pair.client.outcomeError == .doesNotOpen, "byte \(index)")
            #expect(pair.client.wire.take().readableBytes == 0)
            #expect(!pair.client.isOpen)
        }
    }

    @Test func closesOnEachChangedByteOfMessage3WithoutAnswering() throws {
        let length = 2 + 48 + ann.hello().encoded.count + 16
        for index in 2..<length {
            let pair = try pair()
            pair.server.receive(pair.client.wire.take())
            pair.client.receive(pair.server.wire.take())
            var message3 = pair.client.wire.take()
            message3.setInteger((message3.getInteger(at: index, as: UInt8.self) ?? 0) ^ 1, at: index)
            pair.server.receive(message3)
            pair.settle()
            #expect(pair.server.wire.take().readableBytes == 0, "byte \(index)")
            #expect(!pair.server.isOpen)
            #expect(pair.server.recorder.peers.isEmpty)
        }
    }

    /// A changed ephemeral key or mac1 shows when message 2 doesn't open, for both are hashed.
    @Test func finishesNoHandshakeWhoseFirstMessageWasChanged() throws {
        for index in 2..<50 {
            let pair = try pair()
            var message1 = pair.client.wire.take()
            message1.setInteger((message1.getInteger(at: index, as: UInt8.self) ?? 0) ^ 1, at: index)
            pair.server.receive(message1)
            pair.client.receive(pair.server.wire.take())
            #expect(pair.client.outcomeError == .doesNotOpen, "byte \(index)")
        }
    }

    @Test func answersAWrongLengthWithSilenceAtEveryStep() throws {
        for bytes: [UInt8] in [[0, 0], [0, 47], [0, 49], [0xFF, 0xFF], [0x16, 0x03], Array("GET / HTTP".utf8)] {
            let server = try EmbeddedEnd.relay(relay)
            server.receive(ByteBuffer(bytes: bytes))
            #expect(!server.isOpen, "\(bytes)")
            #expect(server.wire.take().readableBytes == 0)
        }
        for bytes: [UInt8] in [[0, 0], [0, 63], [4, 1], [0xFF, 0xFF]] {
            let pair = try pair()
            pair.server.receive(pair.client.wire.take())
            _ = pair.server.wire.take()
            pair.server.receive(ByteBuffer(bytes: bytes))
            #expect(!pair.server.isOpen, "\(bytes)")
            #expect(pair.server.wire.take().readableBytes == 0)
        }
    }

    /// What follows message 1 in the same piece is looked at then, not at the deadline.
    @Test func closesAtOnceOnAWrongLengthRightBehindMessage1() throws {
        let pair = try pair()
        var bytes = pair.client.wire.take()
        bytes.writeInteger(UInt16(0))
        pair.server.receive(bytes)
        #expect(!pair.server.isOpen)
    }

    @Test func closesAClientThatHearsSomethingBeforeOrInPlaceOfMessage2() throws {
        for bytes: [UInt8] in [[0, 0], [0, 95], [0, 97], [0xFF, 0xFF]] {
            let client = try EmbeddedEnd.client(pin: nil)
            _ = client.wire.take()
            client.receive(ByteBuffer(bytes: bytes))
            #expect(client.outcomeError == .malformed)
            #expect(!client.isOpen)
            #expect(client.wire.take().readableBytes == 0)
        }
    }

    /// Points of small order: with them every secret is zero (RFC 7748 §6.1).
    @Test(arguments: [
        [UInt8](repeating: 0, count: 32), [1] + [UInt8](repeating: 0, count: 31),
        [0xEC] + [UInt8](repeating: 0xFF, count: 30) + [0x7F], [0xED] + [UInt8](repeating: 0xFF, count: 30) + [0x7F],
        [0xEE] + [UInt8](repeating: 0xFF, count: 30) + [0x7F],
    ])
    func saysNothingToARelayWhoseKeyIsOfLowOrder(key: [UInt8]) throws {
        let client = try EmbeddedEnd.client(pin: RelayKey(key))
        _ = client.wire.take()
        client.receive(HandshakeFrames.framed(key + [UInt8](repeating: 0, count: 64)))
        #expect(client.outcomeError == .doesNotOpen)
        #expect(client.wire.take().readableBytes == 0)
        #expect(!client.isOpen)
    }

    @Test func endsAtTheDeadlineOnBothSidesAndNotBefore() throws {
        let deadline = LineLimits.handshakeDeadline
        let client = try EmbeddedEnd.client(pin: nil)
        let server = try EmbeddedEnd.relay(relay)
        for end in [client, server] { end.pass(deadline - .milliseconds(1)) }
        #expect(client.isOpen && server.isOpen)
        for end in [client, server] { end.pass(.milliseconds(1)) }
        #expect(!client.isOpen && !server.isOpen)
        #expect(client.outcomeError == .deadline)
        #expect(server.wire.take().readableBytes == 0)
    }

    @Test func letsNoByteMoveTheDeadline() throws {
        let server = try EmbeddedEnd.relay(relay)
        for byte in [0, 48] + [UInt8](repeating: 1, count: 9) {
            server.receive(ByteBuffer(bytes: [byte]))
            server.pass(.milliseconds(909))
        }
        #expect(server.isOpen)
        server.pass(.milliseconds(1))
        #expect(!server.isOpen)
    }

    @Test func hasNoDeadlineOnceItIsDone() throws {
        let pair = try pair()
        pair.exchange()
        pair.client.pass(LineLimits.handshakeDeadline * 2)
        pair.server.pass(LineLimits.handshakeDeadline * 2)
        #expect(pair.client.isOpen && pair.server.isOpen)
    }

    @Test func closesOnAFINAtEveryStep() throws {
        let early = try EmbeddedEnd.relay(relay)
        early.receiveFIN()
        #expect(!early.isOpen)
        let pair = try pair()
        pair.server.receive(pair.client.wire.take())
        pair.server.receiveFIN()
        #expect(!pair.server.isOpen)
        pair.client.receiveFIN()
        #expect(!pair.client.isOpen)
        #expect(pair.client.outcomeError == .lost)
    }

    /// Whatever comes in whatever order: no trap, one outcome, and no line but one that both have proven.
    @Test func survivesEventsInAnyOrder() throws {
        var random = SeededRandom.announced()
        for _ in 0..<300 {
            let pair = try pair(pin: Int.random(in: 0...3, using: &random) == 0 ? Relay().identity.relayKey : nil)
            for _ in 0..<8 {
                let end = Bool.random(using: &random) ? pair.client : pair.server
                switch Int.random(in: 0...7, using: &random) {
                case 0: end.receiveFIN()
                case 1: end.channel.close(promise: nil)
                case 2: end.pass(LineLimits.handshakeDeadline)
                case 3: end.receive(ByteBuffer(bytes: random.bytes(count: 60)))
                case 4: end.wire.isStuck.toggle()
                default: pair.exchange(pieceByteCount: Int.random(in: 1...60, using: &random))
                }
            }
            for end in [pair.client, pair.server] {
                end.channel.close(promise: nil)
                end.settle()
            }
            #expect(pair.client.outcome != nil)
            #expect(pair.client.recorder.peers.count <= 1 && pair.server.recorder.peers.count <= 1)
            if !pair.client.recorder.events.isEmpty { #expect(pair.server.recorder.peers.count == 1) }
        }
    }
}
