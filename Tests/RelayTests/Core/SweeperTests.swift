import Relay
import RelaySupport
import Testing

@Suite struct SweeperTests {
    private let now = RelayTime(seconds: 1_000_000_000)
    private let day: UInt64 = 86_400
    private let unfinished = SweepResult(rows: 256, bytes: 1_000, isUnfinished: true)

    private func limits(disk: Int = 1_000_000) -> RelayLimits {
        var limits = RelayLimits()
        limits.diskBytesMax = disk
        return limits
    }

    private func kind(_ step: Sweeper.Step?) -> Sweep? {
        if case .sweep(let sweep, _, _) = step { sweep } else { nil }
    }

    @Test func aPassTakesEachKindThatIsTooOldAndThenRests() throws {
        var sweeper = Sweeper(limits: limits())
        var steps: [Sweeper.Step] = []
        while let step = sweeper.next(at: now, storedBytes: 0, crowded: nil), steps.count < 20 {
            steps.append(step)
            sweeper.took(step, at: now)
        }
        let (retention, year) = (now.before(30 * day), now.before(365 * day))
        #expect(steps.first == .storeTime)
        #expect(
            steps.dropFirst().map(kind) == [
                .messages(storedBefore: retention), .commits(storedBefore: now.before(120 * day)),
                .items(storedBefore: retention), .hashes(storedBefore: now.before(60 * day)),
                .blobs(replacedBefore: retention), .names(releasedBefore: year),
            ])
        #expect(sweeper.next(at: RelayTime(seconds: now.seconds + 59), storedBytes: 0, crowded: nil) == nil)
        #expect(sweeper.next(at: RelayTime(seconds: now.seconds + 60), storedBytes: 0, crowded: nil) == .storeTime)
    }

    @Test func whatIsUnfinishedGoesOnSliceBySlice() throws {
        var sweeper = Sweeper(limits: limits())
        sweeper.took(.storeTime, at: now)
        let begun = sweeper.next(at: now, storedBytes: 0, crowded: nil)
        let first = try #require(begun)
        sweeper.took(first, at: now)
        let second = sweeper.next(at: now, storedBytes: 0, crowded: nil)
        let messages = try #require(second)
        for _ in 0..<5 {
            sweeper.took(messages, unfinished, at: now)
            #expect(sweeper.next(at: now, storedBytes: 0, crowded: nil) == messages)
        }
        sweeper.took(messages, SweepResult(rows: 3), at: now)
        #expect(sweeper.next(at: now, storedBytes: 0, crowded: nil) != messages)
    }

    @Test func nothingIsTooOldBeforeTheBeginning() {
        var sweeper = Sweeper(limits: limits())
        let time = RelayTime(seconds: 5)
        while let step = sweeper.next(at: time, storedBytes: 0, crowded: nil) {
            switch kind(step) {
            case .messages(let before), .commits(let before), .items(let before), .hashes(let before):
                #expect(before.seconds == 0)
            case .blobs(let before), .names(let before): #expect(before.seconds == 0)
            case .oldest, .room: Issue.record("\(step)")
            case nil: #expect(step == .storeTime)
            }
            sweeper.took(step, at: time)
        }
        var endless = RelayLimits()
        endless.retentionSeconds = .max
        var other = Sweeper(limits: endless)
        let last = RelayTime(seconds: .max)
        for _ in 0..<9 {
            if let step = other.next(at: last, storedBytes: 0, crowded: nil) { other.took(step, at: last) }
        }
    }

    private func rested(_ limits: RelayLimits) -> Sweeper {
        var sweeper = Sweeper(limits: limits)
        while let step = sweeper.next(at: now, storedBytes: 0, crowded: nil) { sweeper.took(step, at: now) }
        return sweeper
    }

    @Test func nearTheDiskCapTheOldestGoesAsFarAsNeeded() throws {
        var sweeper = rested(limits())
        #expect(sweeper.next(at: now, storedBytes: 969_999, crowded: nil) == nil)
        var taken = 0
        while let step = sweeper.next(at: now, storedBytes: 970_000, crowded: nil) {
            #expect(kind(step) == .oldest)
            sweeper.took(step, unfinished, at: now)
            taken += unfinished.bytes
        }
        #expect(taken == 20_000)
        // It doesn't go on taking at once, whatever is stored.
        let soon = RelayTime(seconds: now.seconds + RelayLimits.sweepPauseSeconds - 1)
        #expect(sweeper.next(at: soon, storedBytes: 970_000, crowded: nil) == nil)
        let later = RelayTime(seconds: soon.seconds + 1)
        #expect(kind(sweeper.next(at: later, storedBytes: 970_000, crowded: nil)) == .oldest)
    }

    @Test func roomIsMadeForWhatHadNone() {
        var sweeper = rested(limits())
        #expect(sweeper.next(at: now, storedBytes: 960_000, wantedBytes: 9_999, crowded: nil) == nil)
        #expect(kind(sweeper.next(at: now, storedBytes: 960_000, wantedBytes: 40_000, crowded: nil)) == .oldest)
    }

    @Test func aDiskOnWhichNothingIsLeftToTakeKeepsNobodyFromTheRest() {
        var sweeper = Sweeper(limits: limits())
        var seen: Set<String> = []
        for _ in 0..<20 {
            guard let step = sweeper.next(at: now, storedBytes: 2_000_000, crowded: nil) else { break }
            seen.insert("\(kind(step).map { "\($0)".prefix(6) } ?? "time")")
            sweeper.took(step, at: now)
        }
        #expect(seen.isSuperset(of: ["time", "oldest", "messag", "hashes", "names("]))
    }

    @Test func crowdedRoomsAndWhatIsTooOldTakeTurns() throws {
        var sweeper = Sweeper(limits: limits())
        let crowded = (log: LogRow(rawValue: 7), excessBytes: 100)
        var kinds: [Sweep?] = []
        for _ in 0..<6 {
            let next = sweeper.next(at: now, storedBytes: 0, crowded: crowded)
            let step = try #require(next)
            kinds.append(kind(step))
            sweeper.took(step, unfinished, at: now)
        }
        let messages = Sweep.messages(storedBefore: now.before(30 * day))
        #expect(kinds == [nil, .room(crowded.log), messages, .room(crowded.log), messages, .room(crowded.log)])
    }

    @Test func afterAFaultItWaits() {
        var sweeper = Sweeper(limits: limits())
        sweeper.failed(.storeTime, at: now)
        #expect(sweeper.next(at: RelayTime(seconds: now.seconds + 9), storedBytes: 0, crowded: nil) == nil)
        #expect(sweeper.next(at: RelayTime(seconds: now.seconds + 10), storedBytes: 0, crowded: nil) == .storeTime)
    }

    @Test func whatCanNeverBeDoneKeepsNothingElseFromIt() throws {
        var sweeper = Sweeper(limits: limits())
        var (now, done) = (now, [Sweep]())
        for _ in 0..<200 {
            now = RelayTime(seconds: now.seconds + RelayLimits.sweepPauseSeconds)
            guard let step = sweeper.next(at: now, storedBytes: 0, crowded: nil) else { break }
            if case .sweep(.messages, _, _) = step {
                sweeper.failed(step, at: now)
            } else {
                if case .sweep(let sweep, _, _) = step { done.append(sweep) }
                sweeper.took(step, at: now)
            }
        }
        #expect(done.contains { if case .commits = $0 { true } else { false } })
        #expect(done.contains { if case .names = $0 { true } else { false } })
    }

    @Test func aSliceIsSmall() throws {
        var sweeper = rested(limits(disk: .max))
        let step = sweeper.next(at: now, storedBytes: .max, crowded: nil)
        #expect(step == .sweep(.oldest, rowsMax: 256, bytesMax: 4 << 20))
    }
}
