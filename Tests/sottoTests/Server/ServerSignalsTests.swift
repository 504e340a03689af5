import Synchronization
import Testing

@testable import sotto

/// What signals to stop mean, without any. Serialized: there is one of each signal in a process.
@Suite(.serialized) struct ServerSignalsTests {
    private final class Count: Sendable {
        private let number = Atomic(0)
        var value: Int { number.load(ordering: .relaxed) }
        func add() { number.add(1, ordering: .relaxed) }
    }

    private final class Clock: Sendable {
        private let microseconds = Atomic<UInt64>(7)
        var now: UInt64 { microseconds.load(ordering: .relaxed) }
        func pass(milliseconds: Int) { microseconds.add(UInt64(milliseconds) * 1_000, ordering: .relaxed) }
    }

    @Test func aSecondStopEndsItAtOnceAndADoubledFirstOneDoesNot() async {
        let (count, clock) = (Count(), Clock())
        let signals = ServerSignals(now: { clock.now }, onSecondStop: count.add)
        signals.stop()
        signals.stop()
        clock.pass(milliseconds: ServerLimits.secondStopMillisecondsMin - 1)
        signals.stop()
        #expect(count.value == 0)
        clock.pass(milliseconds: 1)
        signals.stop()
        #expect(count.value == 1)
        var events = 0
        for await event in signals.events where event == .stop { events += 1 }
        #expect(events == 1)
    }
}
