import Relay
import RelaySupport
import TestSupport
import Testing

/// Well-formed requests in every state and order, against a model that looks at everything each time.
@Suite struct RandomClientTests {
    @Test func aRandomClientGetsTheAnswersOfASimpleModel() throws {
        let storage = MemoryStorage()
        let faults = RandomRelayRun.Faults { number in
            let (verb, kind) = (Int(number % 23), number / 23 % 4)
            switch kind {
            case 0: storage.failNextWrite(.atVerb(verb, .unavailable))
            case 1: storage.failNextWrite(.atVerb(verb, .damaged))
            case 2: storage.failNextWrite(.atReading(verb, .damaged))
            default: storage.failNextWrite(.atCommit(.conflict))
            }
        } clear: {
            storage.forgetFaults()
        }
        var run = try RandomRelayRun(
            seed: SeededRandom.announcedSeed("aRandomClientGetsTheAnswersOfASimpleModel"), faults: faults
        ) { storage }
        try run.run(stepCount: AttackForm.choose(10_000, full: 100_000))
        // Each kind of answer has come: who sets nothing off tests nothing.
        for answer in ["appended", "claimed", "done"] + [2, 5, 6, 7, 8, 9, 10, 11, 12].map({ "refused \($0)" }) {
            #expect(run.answerCounts[answer] ?? 0 > 0, "\(answer)")
        }
    }
}
