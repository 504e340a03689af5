import Identity
import NIOCore
import Relay
import RelayProtocol
import RelaySupport
import SecureChannel
import TestSupport
import Testing

@Suite(.timeLimit(.minutes(5))) struct BadInputTests {
    @Test(arguments: [UInt8(16), 18, 31, 51, 95, 96, 105, 128, 132, 255])
    func anUnknownKindIsAnsweredAndSurvived(kind: UInt8) async throws {
        let relay = try await ServedRelay()
        let line = try await relay.started(TestPerson(1))
        line.send(kind: kind, body: [0, 0, 1, 0, 9, 9])
        #expect(try await line.answer(to: RequestNumber(256)).code == .unknownRequest)
        line.send(kind: kind, body: [])
        #expect(try await line.answer(to: RequestNumber(0)).code == .malformed)
        #expect(try await line.ask(.releaseName(ReleaseName())).code == nil)
        await relay.server.stop()
    }

    @Test func aMalformedBodyOfEveryKindIsAnsweredAndSurvived() async throws {
        let relay = try await ServedRelay()
        let line = try await relay.started(TestPerson(1))
        for kind in RelayRequest.kinds {
            let number = RequestNumber(1_000 + UInt32(kind))
            line.send(kind: kind, body: [0, 0, UInt8(number.rawValue >> 8), UInt8(number.rawValue & 255)] + [7, 7, 7])
            #expect(try await line.answer(to: number).code == .malformed)
        }
        #expect(try await line.ask(.releaseName(ReleaseName())).code == nil)
        await relay.server.stop()
    }

    @Test func randomBytesOfEveryKindAreAnsweredAndSurvived() async throws {
        var random = SeededRandom.announced()
        let relay = try await ServedRelay()
        let line = try await relay.started(TestPerson(1))
        for _ in 0..<400 {
            let kind = UInt8.random(in: 16...255, using: &random)
            line.send(kind: kind, body: random.bytes(count: Int.random(in: 0...300, using: &random)))
        }
        #expect(try await line.ask(.releaseName(ReleaseName())).code == nil)
        await relay.server.stop()
    }

    /// An id is 32 bytes; text that would hurt a careless storage comes as part of what may be any bytes.
    @Test func bytesThatWouldBeTextElsewhereAreBytes() async throws {
        let relay = try await ServedRelay()
        let person = TestPerson(1)
        let line = try await relay.started(person)
        let texts = [
            "'; DROP TABLE logs; -- \u{0}\u{0}\u{0}\u{0}\u{0}\u{0}", String(repeating: "\"", count: 32),
            String(repeating: "\u{0}", count: 32), String(repeating: "%_", count: 16),
        ]
        for text in texts {
            let bytes = Array(text.utf8.prefix(32)) + Array(repeating: 0, count: max(0, 32 - text.utf8.count))
            let id = try #require(RoomID(bytes))
            let body = Array(text.utf8) + Array(repeating: 39, count: 10 << 10)
            let answer = try await line.ask(.append(Append(room: id, entry: .create(body: body))))
            guard case .appended(let appended) = answer else { return #expect(Bool(false), "\(answer)") }
            #expect(appended.number == .first)
            #expect(try await line.ask(.follow(Follow(room: id, from: .none))).code == .notAllowed)
        }
        // An id of 10 KiB is no id.
        line.send(kind: 48, body: [0, 0, 9, 9] + Array(repeating: 39, count: 10 << 10))
        #expect(try await line.answer(to: RequestNumber(0x909)).code == .malformed)
        await relay.server.stop()
    }

    @Test func theGreatestNumbersOfAllAreNumbersLikeOthers() async throws {
        let relay = try await ServedRelay()
        var room = TestRoom(1)
        let line = try await relay.started(TestPerson(1))
        #expect(try await line.ask(room.creation).code == nil)
        #expect(try await line.ask(room.opening(.max, for: line.handshakeHash)).code == .notAllowed)
        #expect(try await line.ask(room.opening(for: line.handshakeHash)).code == nil)
        #expect(try await line.ask(room.message([1], parent: .max)).code == .unknownParent)
        let commit = Entry.commit(.max, key: room.beginEpoch(2), body: [1])
        #expect(try await line.ask(.append(Append(room: room.id, entry: commit))).code == .unknownParent)
        let state = PublicState(blob: [1], links: [LiveLink(key: .numbered(1), expiresAtSeconds: .max)])
        let put = PutPublicState(room: room.id, epoch: EntryNumber(.max), publicState: state)
        #expect(try await line.ask(.putPublicState(put)).code == .unknownParent)
        #expect(try await line.ask(.acknowledgeInbox(AcknowledgeInbox(upTo: EntryNumber(.max)))).code == nil)
        #expect(try await line.ask(.followInbox(FollowInbox(from: EntryNumber(.max)))).following == EntryNumber.none)
        #expect(try await line.ask(room.follow(from: .max)).following == .first)
        #expect(try await line.ask(room.message([2])).appended == EntryNumber(2))
        line.send(kind: 47, body: Array(repeating: 255, count: 4 + 32 + 32 + 64))
        #expect(try await line.answer(to: RequestNumber(.max)).code == .notAllowed)
        #expect(line.heard.events.isEmpty)
        await relay.server.stop()
    }

    @Test func nobodyReadsOrAcknowledgesAnotherOnesInbox() async throws {
        let relay = try await ServedRelay()
        let (owner, other) = (TestPerson(1), TestPerson(2))
        let lines = (try await relay.started(owner), try await relay.started(other))
        let item = RelayRequest.deliver(Deliver(device: owner.device, item: [1, 2, 3]))
        #expect(try await lines.1.ask(item).code == nil)
        // Following and acknowledging name no inbox: they are of one's own.
        #expect(try await lines.1.ask(.followInbox(FollowInbox(from: .none))).following == EntryNumber.none)
        #expect(try await lines.1.ask(.acknowledgeInbox(AcknowledgeInbox(upTo: EntryNumber(9)))).code == nil)
        #expect(try await lines.0.ask(.followInbox(FollowInbox(from: .none))).following == .first)
        let events = await lines.0.events(1)
        #expect(events == [.inbox(InboxEvent(number: .first, item: [1, 2, 3]))])
        #expect(lines.1.heard.events.isEmpty)
        await relay.server.stop()
    }
}
