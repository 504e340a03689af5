import Foundation
import Identity
import NIOCore
import NIOEmbedded
import SecureChannel
import Synchronization
import Testing

@testable import sotto

/// The host's side, one line a device, without sockets.
struct HostTalkTests {
    private let session = TalkSession(rawValue: 7)

    private func say(_ number: UInt64, _ text: String = "hi") -> TalkMessage {
        .say(session, number: number, text: Array(text.utf8))
    }

    private func line(_ talk: HostTalk, _ person: Person) throws -> EmbeddedTalk {
        try EmbeddedTalk(talk.visitor(for: person.hello()), opensAtOnce: true)
    }

    private func texts(_ messages: [TalkMessage]) -> [String] {
        messages.compactMap { if case .say(_, _, let text) = $0 { String(decoding: text, as: UTF8.self) } else { nil } }
    }

    @Test func reachesEverybodyAndHearsEachForItself() throws {
        let screen = TalkScreen()
        let talk = HostTalk(tell: screen.tell)
        let lines = try (0..<3).map { try line(talk, Person("Person \($0)")) }
        #expect(talk.say(Array("to all".utf8)).reached == 3)
        for line in lines { #expect(texts(try line.takeSent()) == ["to all"]) }
        lines[0].receive(say(1, "to the host"))
        #expect(screen.texts == ["to the host"])
        #expect(try lines[0].takeSent() == [.received(session, upTo: 1)])
        for line in lines.dropFirst() { #expect(try line.takeSent().isEmpty) }
    }

    @Test func acknowledgesOnlyWhatIsOnTheScreen() throws {
        let screen = TalkScreen(isSlow: true)
        let line = try line(HostTalk(tell: screen.tell), Person())
        line.receive(say(1))
        line.receive(say(2))
        #expect(try line.takeSent().isEmpty)
        screen.showAll()
        #expect(try line.takeSent().last == .received(session, upTo: 2))
    }

    @Test func showsOnceWhatIsSaidAgainAfterALostLine() throws {
        let screen = TalkScreen()
        let talk = HostTalk(tell: screen.tell)
        let ann = Person()
        let first = try line(talk, ann)
        first.receive(say(1, "one"))
        first.close(.lost)
        let second = try line(talk, ann)
        second.receive(say(1, "one"))
        second.receive(say(2, "two"))
        #expect(screen.texts == ["one", "two"])
        #expect(try second.takeSent().last == .received(session, upTo: 2))
        #expect(screen.told == ["joined", "lost", "joined"])
    }

    /// The goodbye may be lost on its way, with the acknowledgements before it: then all is said again.
    @Test func showsOnceWhatIsSaidAgainAfterAGoodbye() throws {
        let screen = TalkScreen()
        let talk = HostTalk(tell: screen.tell)
        let ann = Person()
        let first = try line(talk, ann)
        first.receive(say(1, "one"))
        first.receiveEnd()
        #expect(first.endCount == 1)
        first.close()
        #expect(screen.told == ["joined", "left"])
        let second = try line(talk, ann)
        second.receive(say(1, "one"))
        #expect(screen.texts == ["one"])
        #expect(try second.takeSent() == [.received(session, upTo: 1)])
    }

    @Test func keepsWhatItSaidForWhoseLineBrokeAndNotForWhoSaidGoodbye() throws {
        let talk = HostTalk { _ in }
        let ann = Person()
        let first = try line(talk, ann)
        first.close(.lost)
        #expect(talk.say(Array("kept".utf8)).reached == 1)
        let second = try line(talk, ann)
        #expect(texts(try second.takeSent()) == ["kept"])
        second.receiveEnd()
        second.close()
        #expect(talk.say(Array("to nobody".utf8)) == HostTalk.Reach())
        let third = try line(talk, ann)
        #expect(texts(try third.takeSent()).isEmpty)
        #expect(talk.say(Array("again here".utf8)).reached == 1)
        #expect(texts(try third.takeSent()) == ["again here"])
    }

    /// A device that comes back while its goodbye is still being handled must stay among those whom words reach.
    @Test func reachesADeviceThatReturnsWhileItsOldLineCloses() throws {
        let talk = HostTalk { _ in }
        let ann = Person()
        let first = try line(talk, ann)
        first.receiveEnd()
        let returning = talk.visitor(for: ann.hello())
        first.close()
        let second = try EmbeddedTalk(returning, opensAtOnce: true)
        #expect(talk.say(Array("hello again".utf8)).reached == 1)
        #expect(texts(try second.takeSent()) == ["hello again"])
    }

    @Test func closesTheOlderLineOfADevice() throws {
        let screen = TalkScreen()
        let talk = HostTalk(tell: screen.tell)
        let ann = Person()
        let first = try line(talk, ann)
        let second = try line(talk, ann)
        first.settle()
        #expect(!first.isOpen)
        #expect(second.isOpen)
        #expect(screen.told == ["joined"])
        #expect(talk.say([65]).reached == 1)
        #expect(texts(try second.takeSent()) == ["A"])
    }

    /// What an older line still brings, from another thread perhaps, says nothing about the present one.
    @Test func doesNotEndALineForAGoodbyeOnAnOlderOne() throws {
        let talk = HostTalk { _ in }
        let ann = Person()
        let first = try line(talk, ann)
        let second = try line(talk, ann)
        first.channel.pipeline.fireUserInboundEventTriggered(LineEvent.end)
        second.settle()
        #expect(second.endCount == 0)
        second.receiveEnd()
        #expect(second.endCount == 1)
    }

    @Test func endsOnlyWhenAllThatWasSaidIsOnTheScreen() throws {
        let screen = TalkScreen(isSlow: true)
        let line = try line(HostTalk(tell: screen.tell), Person())
        line.receive(say(1))
        line.receiveEnd()
        #expect(line.endCount == 0)
        screen.showAll()
        line.settle()
        #expect(line.endCount == 1)
        #expect(try line.takeSent() == [.received(session, upTo: 1)])
    }

    @Test func cutsOffWhoSendsMoreThanMayBeOnItsWay() throws {
        let screen = TalkScreen(isSlow: true)
        let line = try line(HostTalk(tell: screen.tell), Person())
        for number in 1...UInt64(TalkLimits.unacknowledgedMax) { line.receive(say(number)) }
        #expect(line.isOpen)
        line.receive(say(UInt64(TalkLimits.unacknowledgedMax) + 1))
        #expect(!line.isOpen)
        #expect(screen.waitingCount == TalkLimits.unacknowledgedMax)
    }

    /// Somebody who never reads: acknowledgements must not pile up for them.
    @Test func owesOneAcknowledgementHoweverMuchIsSaidByWhoTakesNone() throws {
        let screen = TalkScreen()
        let line = try line(HostTalk(tell: screen.tell), Person())
        line.becomeWritable(false)
        for number in 1...UInt64(2_000) { line.receive(say(number)) }
        for _ in 0..<2_000 { line.receive(say(1)) }
        #expect(try line.takeSent().count <= 1)
        line.becomeWritable(true)
        #expect(try line.takeSent() == [.received(session, upTo: 2_000)])
        line.becomeWritable(true)
        #expect(try line.takeSent().isEmpty)
    }

    @Test func saysWhatItOwesBeforeItSaysGoodbye() throws {
        let screen = TalkScreen()
        let line = try line(HostTalk(tell: screen.tell), Person())
        line.becomeWritable(false)
        line.receive(say(1))
        line.receiveEnd()
        #expect(try line.takeSent() == [.received(session, upTo: 1)])
        #expect(line.endCount == 1)
    }

    @Test func tellsHowManyItCouldNotKeepWordsFor() throws {
        let talk = HostTalk { _ in }
        let (ann, bob) = (Person(), Person("Bob"))
        let annsLine = try line(talk, ann)
        let bobsLine = try line(talk, bob)
        bobsLine.close(.lost)
        for _ in 0..<TalkLimits.waitingMax { #expect(talk.say([65]).reached == 2) }
        // Ann acknowledges what she has; Bob is away.
        for message in try annsLine.takeSent() {
            if case .say(let session, let number, _) = message {
                annsLine.receive(.received(session, upTo: number))
            }
        }
        #expect(talk.say([66]) == HostTalk.Reach(reached: 1, missed: 1))
    }

    /// A terminal that takes nothing more must not fill the memory with what hundreds of devices say.
    @Test func cutsOffWhoSaysMoreThanMayWaitForTheScreenInAll() throws {
        let screen = TalkScreen(isSlow: true)
        let talk = HostTalk(tell: screen.tell)
        let text = [UInt8](repeating: 65, count: TalkLimits.textBytesMax)
        let fits = TalkLimits.unshownBytesMax / (TalkLimits.textBytesMax + TalkLimits.unshownOverheadBytes)
        var lines: [EmbeddedTalk] = []
        for _ in 0...fits / TalkLimits.unacknowledgedMax {
            let line = try line(talk, Person())
            for number in 1...UInt64(TalkLimits.unacknowledgedMax) {
                line.receive(.say(session, number: number, text: text))
            }
            lines.append(line)
        }
        #expect(screen.waitingCount == fits)
        for line in lines.dropLast() { #expect(line.isOpen) }
        #expect(lines.last?.isOpen == false)
        screen.showAll()
        let next = try line(talk, Person())
        next.receive(.say(session, number: 1, text: text))
        #expect(next.isOpen)
        #expect(screen.waitingCount == 1)
    }

    @Test func forgetsSomebodyAbsentRatherThanGrowing() throws {
        let talk = HostTalk { _ in }
        let here = Person("Here")
        let hereLine = try line(talk, here)
        for number in 0..<TalkLimits.absentDevicesMax + 50 { try line(talk, Person("Person \(number)")).close(.lost) }
        #expect(talk.say([65]).reached == TalkLimits.absentDevicesMax + 1)
        #expect(texts(try hereLine.takeSent()) == ["A"])
    }
}

/// An old line's last words and a new line's first, on two threads.
struct TwoThreadTests {
    @Test func keepsTheOrderWhereTwoLinesOfADeviceAreHeardAtOnce() async throws {
        let shown = Mutex<[String]>([])
        let isTelling = DispatchSemaphore(value: 0)
        let talk = HostTalk { event in
            guard case .message(_, let bytes, let onScreen) = event else { return }
            let text = String(decoding: bytes, as: UTF8.self)
            if text == "one" {
                isTelling.signal()
                usleep(100_000)
            }
            shown.withLock { $0.append(text) }
            onScreen()
        }
        let ann = Person()
        let visitor = talk.visitor(for: ann.hello())
        let session = TalkSession(rawValue: 1)
        let both = DispatchGroup()
        DispatchQueue.global().async(group: both) {
            visitor.received(.say(session, number: 1, text: Array("one".utf8)), on: EmbeddedChannel())
        }
        DispatchQueue.global().async(group: both) {
            let newer = EmbeddedChannel()
            isTelling.wait()
            visitor.received(.say(session, number: 1, text: Array("one".utf8)), on: newer)
            visitor.received(.say(session, number: 2, text: Array("two".utf8)), on: newer)
        }
        await withCheckedContinuation { done in both.notify(queue: .global()) { done.resume() } }
        #expect(shown.withLock { $0 } == ["one", "two"])
    }
}
