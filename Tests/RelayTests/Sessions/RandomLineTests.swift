import RelaySupport
import TestSupport
import Testing

/// Well-formed requests in every state and order, over lines that come, go and break off, to a relay on a disk that is
/// stopped and killed in between: each answer and each event is a simple model's.
@Suite(.timeLimit(.minutes(60))) struct RandomLineAttackTests {
    @Test func linesHearWhatASimpleModelSays() async throws {
        let seed = SeededRandom.announcedSeed("linesHearWhatASimpleModelSays")
        let stepCount = AttackForm.choose(600, full: 100_000)
        var run = try await RandomLineRun(seed: seed)
        try await run.run(stepCount: stepCount)
        if AttackForm.isFull {
            let counts = run.counts.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }
            print("\(stepCount) steps over lines, seed \(seed): \(counts.joined(separator: ", "))")
        }
        // Who sets nothing off tests nothing; the rarer of it doesn't come in every short run.
        let common = ["appended", "done", "lines", "lines ended", "openings", "follows", "readings"]
        let rare = [
            "claimed", "refused 2", "refused 5", "refused 6", "refused 8", "refused 10", "refused 11", "broken off",
            "at once", "openings by link",
        ]
        for what in AttackForm.isFull ? common + rare : common {
            #expect(run.counts[what] ?? 0 > 0, "\(what)")
        }
    }
}
