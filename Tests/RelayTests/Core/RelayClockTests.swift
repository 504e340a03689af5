import Relay
import Testing

/// A20, as far as the relay's own time goes.
@Suite struct RelayClockTests {
    private let day: UInt64 = 86_400
    private let wall: Int64 = 1_800_000_000

    private func seconds(_ clock: inout RelayClock, _ monotonic: UInt64, _ wall: Int64) -> UInt64 {
        clock.moment(monotonicSeconds: monotonic, wallClockSeconds: wall).time.seconds
    }

    @Test func itGoesWithTheMonotonicClockAlone() {
        var clock = RelayClock(stored: nil, monotonicSeconds: 500, wallClockSeconds: wall)
        #expect(seconds(&clock, 500, wall) == 0)
        #expect(seconds(&clock, 510, wall + 315_360_000) == 10)
        #expect(seconds(&clock, 520, wall - 63_072_000) == 20)
        #expect(seconds(&clock, 530, .min) == 30)
        #expect(seconds(&clock, 540, .max) == 40)
    }

    @Test func itNeverGoesBack() {
        var clock = RelayClock(stored: nil, monotonicSeconds: 500, wallClockSeconds: wall)
        #expect(seconds(&clock, 600, wall) == 100)
        #expect(seconds(&clock, 550, wall) == 100)
        #expect(seconds(&clock, 0, wall) == 100)
        #expect(seconds(&clock, 601, wall) == 101)
    }

    @Test func whatPassedWhileItStoodCountsUpToADay() {
        for (passed, counted) in [
            (Int64(0), UInt64(0)), (60, 60), (86_399, 86_399), (86_400, day), (86_401, day), (315_360_000, day),
            (-1, 0), (-63_072_000, 0),
        ] {
            var clock = RelayClock(
                stored: (RelayTime(seconds: 7_000), wall), monotonicSeconds: 3, wallClockSeconds: wall + passed)
            #expect(seconds(&clock, 3, wall) == 7_000 + counted, "\(passed)")
        }
    }

    @Test func noNumberStopsIt() {
        var clock = RelayClock(
            stored: (RelayTime(seconds: .max - 5), .min), monotonicSeconds: 0, wallClockSeconds: .max)
        #expect(seconds(&clock, .max, .max) == .max)
        var other = RelayClock(
            stored: (RelayTime(seconds: .max), .max), monotonicSeconds: .max, wallClockSeconds: .min)
        #expect(seconds(&other, 0, 0) == .max)
    }

    @Test func theMachinesClockIsHandedOnAsItIs() {
        var clock = RelayClock(stored: nil, monotonicSeconds: 0, wallClockSeconds: wall)
        #expect(clock.moment(monotonicSeconds: 1, wallClockSeconds: -7).wallClockSeconds == -7)
    }
}
