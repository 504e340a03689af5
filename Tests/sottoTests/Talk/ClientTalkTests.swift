import Identity
import NIOCore
import NIOEmbedded
import SecureChannel
import Sodium
import Testing

@testable import sotto

/// The client's side over one line after another, without sockets.
struct ClientTalkTests {
    private let relay = Speaker.relay(Fingerprint(of: RelayKey(X25519.SecretKey().publicKey)))
    private let session = TalkSession(rawValue: 7)

    private func line(_ talk: ClientTalk) throws -> EmbeddedTalk {
        let line = try EmbeddedTalk(talk, opensAtOnce: false)
        line.accept()
        return line
    }

    private func says(_ messages: [TalkMessage]) -> [(session: TalkSession, number: UInt64, text: String)] {
        messages.compactMap { message in
            guard case .say(let session, let number, let text) = message else { return nil }
            return (session, number, String(decoding: text, as: UTF8.self))
        }
    }

    @Test func waitsForTheRelayToAcceptItBeforeItSaysAWord() throws {
        let talk = ClientTalk(relay: relay) { _ in }
        #expect(talk.say(Array("early".utf8)))
        let line = try EmbeddedTalk(talk, opensAtOnce: false)
        #expect(try line.takeSent().isEmpty)
        line.accept()
        #expect(says(try line.takeSent()).map(\.text) == ["early"])
    }

    @Test func saysAgainOnTheNextLineWhatWasNotAcknowledged() async throws {
        let screen = TalkScreen()
        let talk = ClientTalk(relay: relay, tell: screen.tell)
        let first = try line(talk)
        for text in ["one", "two", "three"] { _ = talk.say(Array(text.utf8)) }
        let sent = says(try first.takeSent())
        #expect(sent.map(\.number) == [1, 2, 3])
        first.receive(.received(sent[0].session, upTo: 1))
        #expect(screen.deliveredCount == 1)
        first.close(.lost)
        guard case .broken(.lost, wasOpen: true) = await talk.ending() else {
            Issue.record("not lost")
            return
        }
        let second = try line(talk)
        #expect(says(try second.takeSent()).map(\.text) == ["two", "three"])
        #expect(talk.waitingCount == 2)
    }

    @Test func endsForGoodWhereARelayKeepsRooms() async throws {
        let talk = ClientTalk(relay: relay) { _ in }
        let line = try line(talk)
        _ = talk.say([65])
        #expect(try line.channel.readOutbound(as: LineMessage.self)?.kind == TalkMessage.knock.kind)
        line.channel.pipeline.fireChannelRead(LineMessage(kind: MessageKind(rawValue: 97)))
        line.settle()
        #expect(!line.isOpen)
        guard case .noTalk = await talk.ending() else {
            Issue.record("it would dial again")
            return
        }
    }

    @Test func endsWhenAllHasArrivedAndNotBefore() async throws {
        let talk = ClientTalk(relay: relay) { _ in }
        let line = try line(talk)
        _ = talk.say([65])
        #expect(talk.endInput())
        let sent = says(try line.takeSent())
        #expect(line.endCount > 0)
        line.receive(.received(sent[0].session, upTo: 1))
        line.receiveEnd()
        line.close()
        guard case .finished = await talk.ending() else {
            Issue.record("not finished")
            return
        }
    }

    /// Nothing may follow `end`: the relay would take what is shown here for lost.
    @Test func acknowledgesWhatIsOnItsWayToTheScreenBeforeItSaysEnd() throws {
        let screen = TalkScreen(isSlow: true)
        let talk = ClientTalk(relay: relay, tell: screen.tell)
        let line = try line(talk)
        line.receive(.say(session, number: 1, text: [65]))
        #expect(talk.endInput())
        #expect(try line.takeSent().isEmpty)
        #expect(line.endCount == 0)
        screen.showAll()
        #expect(try line.takeSent() == [.received(session, upTo: 1)])
        #expect(line.endCount > 0)
    }

    @Test func isNotDoneWhereTheRelaySaysGoodbyeBeforeAcknowledging() async throws {
        let talk = ClientTalk(relay: relay) { _ in }
        let line = try line(talk)
        _ = talk.say([65])
        #expect(talk.endInput())
        line.settle()
        line.receiveEnd()
        line.close()
        guard case .broken(_, wasOpen: true) = await talk.ending() else {
            Issue.record("finished")
            return
        }
        #expect(talk.waitingCount == 1)
    }

    /// All has arrived: a relay that goes away then leaves nothing undone.
    @Test func isDoneWhenAllHasArrivedAlsoWhereTheLineThenBreaks() async throws {
        let talk = ClientTalk(relay: relay) { _ in }
        let line = try line(talk)
        _ = talk.say([65])
        #expect(talk.endInput())
        let sent = says(try line.takeSent())
        line.receive(.received(sent[0].session, upTo: 1))
        line.close(.lost)
        guard case .finished = await talk.ending() else {
            Issue.record("not finished")
            return
        }
    }

    @Test func isNotDoneWhereNoRelayEverAcceptedIt() async throws {
        let talk = ClientTalk(relay: relay) { _ in }
        #expect(talk.endInput())
        let line = try EmbeddedTalk(talk, opensAtOnce: false)
        line.close(.refused(.notAllowed))
        guard case .broken(.refused(.notAllowed), wasOpen: false) = await talk.ending() else {
            Issue.record("not refused")
            return
        }
    }

    @Test func hasNothingToWaitForWhereInputEndsWithoutALineOrAWordLeft() async throws {
        let talk = ClientTalk(relay: relay) { _ in }
        let first = try line(talk)
        first.close(.lost)
        #expect(!talk.endInput())
        let other = ClientTalk(relay: relay) { _ in }
        try line(other).close(.lost)
        _ = other.say([65])
        #expect(other.endInput())
    }

    @Test func sendsNoMoreAtOnceThanTheRelayTakes() throws {
        let talk = ClientTalk(relay: relay) { _ in }
        let line = try line(talk)
        for _ in 0..<TalkLimits.unacknowledgedMax + 10 { _ = talk.say([65]) }
        #expect(talk.endInput())
        let sent = says(try line.takeSent())
        #expect(sent.count == TalkLimits.unacknowledgedMax)
        #expect(line.endCount == 0)
        line.receive(.received(sent[0].session, upTo: 10))
        #expect(says(try line.takeSent()).count == 10)
        #expect(line.endCount > 0)
    }

    @Test func showsOnceWhatTheRelaySaysAgain() throws {
        let screen = TalkScreen()
        let talk = ClientTalk(relay: relay, tell: screen.tell)
        let first = try line(talk)
        first.receive(.say(session, number: 1, text: [65]))
        first.close(.lost)
        let second = try line(talk)
        second.receive(.say(session, number: 1, text: [65]))
        #expect(screen.texts == ["A"])
        #expect(try second.takeSent() == [.received(session, upTo: 1)])
    }

    @Test func owesARelayThatReadsNothingOneAcknowledgement() throws {
        let talk = ClientTalk(relay: relay, tell: TalkScreen().tell)
        let line = try line(talk)
        line.becomeWritable(false)
        for number in 1...UInt64(1_000) { line.receive(.say(session, number: number, text: [65])) }
        #expect(try line.takeSent().count <= 1)
        line.becomeWritable(true)
        #expect(try line.takeSent().last == .received(session, upTo: 1_000))
    }

    @Test func refusesATextThatNoRelayWouldTake() {
        let talk = ClientTalk(relay: relay) { _ in }
        #expect(talk.say([UInt8](repeating: 65, count: TalkLimits.textBytesMax)))
        #expect(!talk.say([UInt8](repeating: 65, count: TalkLimits.textBytesMax + 1)))
        #expect(talk.waitingCount == 1)
    }
}
