import Relay
import RelayProtocol
import TestSupport
import Testing

struct FollowerStateTests {
    private func number(_ number: UInt64) -> EntryNumber { EntryNumber(number) }

    /// One who has read everything up to `last`.
    private func live(at last: UInt64) -> FollowerState {
        var state = FollowerState(from: .first)
        _ = state.beginReading()
        #expect(state.didRead(through: number(last), last: number(last)) == .sendAndLive)
        return state
    }

    @Test func itReadsTheLogFirst() {
        var state = FollowerState(from: .none)
        #expect(state.published(from: number(1), through: number(3), hasRoom: true) == .pass)
        #expect(state.beginReading() == .first)
        #expect(state.beginReading() == nil)
        #expect(state.didRead(through: number(3), last: number(3)) == .sendAndLive)
        #expect(state.beginReading() == nil)
    }

    @Test func whatIsPublishedWhileItReadsIsReadAfterwards() {
        var state = FollowerState(from: .first)
        _ = state.beginReading()
        #expect(state.published(from: number(4), through: number(5), hasRoom: true) == .pass)
        #expect(state.didRead(through: number(3), last: number(3)) == .sendAndGoOn)
        #expect(state.beginReading() == number(4))
        // The log may have shown it already.
        #expect(state.didRead(through: number(5), last: number(5)) == .sendAndLive)
        #expect(state.published(from: number(6), through: number(6), hasRoom: true) == .send(from: number(6)))
    }

    @Test func aPieceOfALongLogIsFollowedByTheNext() {
        var state = FollowerState(from: .first)
        _ = state.beginReading()
        #expect(state.didRead(through: number(100), last: number(250)) == .sendAndGoOn)
        #expect(state.beginReading() == number(101))
        #expect(state.didRead(through: number(250), last: number(250)) == .sendAndLive)
    }

    @Test func whatItHasIsNotSentAgain() {
        var state = live(at: 5)
        #expect(state.published(from: number(4), through: number(5), hasRoom: true) == .pass)
        #expect(state.published(from: number(4), through: number(7), hasRoom: true) == .send(from: number(6)))
    }

    @Test func aLineWithoutRoomFallsBehindAndIsServedFromTheLog() {
        var state = live(at: 5)
        #expect(state.published(from: number(6), through: number(6), hasRoom: false) == .fallBehind)
        #expect(state.published(from: number(7), through: number(9), hasRoom: true) == .pass)
        #expect(state.beginReading() == number(6))
        #expect(state.didRead(through: number(9), last: number(9)) == .sendAndLive)
    }

    /// Were another process to write to the log, nobody here would be told of it.
    @Test func aNumberThatIsMissingIsReadFromTheLog() {
        var state = live(at: 5)
        #expect(state.published(from: number(8), through: number(8), hasRoom: true) == .fallBehind)
        #expect(state.beginReading() == number(6))
    }

    @Test func beforeItsNumberThereIsNothingForIt() {
        var state = FollowerState(from: number(100))
        _ = state.beginReading()
        #expect(state.didRead(through: number(5), last: number(5)) == .sendAndLive)
        #expect(state.published(from: number(6), through: number(99), hasRoom: false) == .pass)
        #expect(state.published(from: number(100), through: number(101), hasRoom: true) == .send(from: number(100)))
    }

    @Test func theLastNumberOfAllIsTheEnd() {
        var state = FollowerState(from: number(.max))
        #expect(state.beginReading() == number(.max))
        #expect(state.didRead(through: number(5), last: number(5)) == .sendAndLive)
        #expect(state.published(from: number(.max), through: number(.max), hasRoom: true) == .send(from: number(.max)))
        #expect(state.published(from: number(.max), through: number(.max), hasRoom: true) == .pass)
        #expect(state.beginReading() == nil)
    }

    @Test func whatWasReadWithOtherRightsIsReadAgain() {
        var state = FollowerState(from: .first)
        _ = state.beginReading()
        state.readsOtherwise()
        #expect(state.didRead(through: number(3), last: number(3)) == .readAgain)
        #expect(state.beginReading() == .first)
        #expect(state.didRead(through: number(3), last: number(3)) == .sendAndLive)
        state.readsOtherwise()
        #expect(state.published(from: number(4), through: number(4), hasRoom: true) == .send(from: number(4)))
    }

    @Test func whatCouldNotBeReadIsReadAgain() {
        var state = FollowerState(from: .first)
        _ = state.beginReading()
        state.couldNotRead()
        #expect(state.beginReading() == .first)
    }

    /// Publications, reads, full outputs and changed rights in any order: what was sent is each number once, in order.
    @Test func inAnyOrderEachNumberIsSentOnce() {
        var random = SeededRandom.announced()
        for _ in 0..<200 {
            let from = UInt64.random(in: 0...40, using: &random)
            var run = FollowerRun(from: from)
            for _ in 0..<300 { run.step(&random) }
            run.finish()
            #expect(run.sent == Array(stride(from: max(1, from), through: run.last, by: 1)))
        }
    }
}

/// A log that grows, its publications on their way, and one follower of it.
private struct FollowerRun {
    private var state: FollowerState
    private(set) var last: UInt64 = 0
    private(set) var sent: [UInt64] = []
    private var published: [ClosedRange<UInt64>] = []
    /// What a read has seen.
    private var reading: (from: UInt64, end: UInt64, last: UInt64)?
    private var wantsTurn = true

    init(from: UInt64) { state = FollowerState(from: EntryNumber(from)) }

    mutating func step(_ random: inout SeededRandom) {
        switch UInt8.random(in: 0...6, using: &random) {
        case 0, 1:
            let count = UInt64.random(in: 1...4, using: &random)
            published.append(last + 1...last + count)
            last += count
        case 2, 3: publish(hasRoom: Bool.random(using: &random))
        case 4: read(atMost: UInt64.random(in: 1...10, using: &random))
        case 5: didRead()
        default: state.readsOtherwise()
        }
    }

    mutating func finish() {
        while !published.isEmpty || wantsTurn || reading != nil {
            didRead()
            read(atMost: 100)
            publish(hasRoom: true)
        }
    }

    private mutating func publish(hasRoom: Bool) {
        guard !published.isEmpty else { return }
        let run = published.removeFirst()
        let (first, last) = (EntryNumber(run.lowerBound), EntryNumber(run.upperBound))
        switch state.published(from: first, through: last, hasRoom: hasRoom) {
        case .pass: break
        case .fallBehind: wantsTurn = true
        case .send(let from): sent += from.rawValue...last.rawValue
        }
    }

    private mutating func read(atMost count: UInt64) {
        guard wantsTurn, reading == nil, let from = state.beginReading()?.rawValue else { return }
        wantsTurn = false
        reading = (from, from > last ? last : min(last, from + count - 1), last)
    }

    private mutating func didRead() {
        guard let read = reading else { return }
        reading = nil
        let after = state.didRead(through: EntryNumber(read.end), last: EntryNumber(read.last))
        if after != .readAgain, read.from <= read.end { sent += read.from...read.end }
        wantsTurn = after != .sendAndLive
    }
}
