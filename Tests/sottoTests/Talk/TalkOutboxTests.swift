import Testing

@testable import sotto

struct TalkOutboxTests {
    private let session = TalkSession.random()

    private func outbox(_ count: Int) -> TalkOutbox {
        var outbox = TalkOutbox(session: session)
        for number in 0..<count { _ = outbox.append(Array("\(number + 1)".utf8)) }
        return outbox
    }

    private func numbers(_ messages: [TalkMessage]) -> [UInt64] {
        messages.compactMap { if case .say(_, let number, _) = $0 { number } else { nil } }
    }

    @Test func numbersFromOneAndSendsEachOnceALine() {
        var outbox = outbox(3)
        #expect(numbers(outbox.takeSendable()) == [1, 2, 3])
        #expect(outbox.takeSendable().isEmpty)
        outbox.lineLost()
        #expect(numbers(outbox.takeSendable()) == [1, 2, 3])
    }

    @Test func hasNoMoreOnItsWayThanTheOtherTakes() {
        let most = TalkLimits.unacknowledgedMax
        var outbox = outbox(most + 5)
        #expect(outbox.takeSendable().count == most)
        #expect(!outbox.isAllOnThisLine)
        outbox.acknowledged(session, upTo: 2)
        #expect(numbers(outbox.takeSendable()) == [UInt64(most) + 1, UInt64(most) + 2])
    }

    @Test func dropsWhatArrivedAndSaysTheRestAgain() {
        var outbox = outbox(5)
        _ = outbox.takeSendable()
        #expect(outbox.acknowledged(session, upTo: 2) == 2)
        #expect(outbox.acknowledged(session, upTo: 1) == 0)
        outbox.lineLost()
        #expect(numbers(outbox.takeSendable()) == [3, 4, 5])
        #expect(outbox.count == 3)
    }

    @Test func believesNoAcknowledgementOfWhatItDidNotSend() {
        var outbox = outbox(4)
        #expect(outbox.acknowledged(session, upTo: .max) == 0)
        #expect(outbox.count == 4)
        _ = outbox.takeSendable()
        #expect(outbox.acknowledged(TalkSession(rawValue: ~session.rawValue), upTo: .max) == 0)
        #expect(outbox.count == 4)
        #expect(outbox.acknowledged(session, upTo: .max) == 4)
        #expect(outbox.isEmpty && outbox.isAllOnThisLine)
    }

    @Test func keepsAsManyAsTheLimitAndRefusesOneMore() {
        var outbox = outbox(TalkLimits.waitingMax)
        #expect(outbox.append([1]) == nil)
        _ = outbox.takeSendable()
        outbox.acknowledged(session, upTo: 1)
        #expect(outbox.append([1]) == UInt64(TalkLimits.waitingMax) + 1)
        #expect(outbox.append([1]) == nil)
    }

    /// A text that the other end must refuse would break every line on which it is said again.
    @Test func takesATextAtTheLimitAndRefusesOneByteMore() {
        var outbox = TalkOutbox(session: session)
        #expect(outbox.append([UInt8](repeating: 65, count: TalkLimits.textBytesMax)) == 1)
        #expect(outbox.append([UInt8](repeating: 65, count: TalkLimits.textBytesMax + 1)) == nil)
        #expect(outbox.append([]) == nil)
        #expect(outbox.count == 1)
    }
}
