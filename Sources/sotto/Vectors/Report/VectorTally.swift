/// How the cases of one suite went.
package struct VectorTally: Equatable, Sendable {
    package let suite: String
    package private(set) var passed = 0
    package private(set) var failed = 0
    package private(set) var skipped = 0
    /// The first ``VectorLimits/failingNamedMax`` cases that failed.
    package private(set) var failing: [String] = []
    package private(set) var reasons = CountedPhrases()
    package private(set) var notes = CountedPhrases()

    package init(suite: String) { self.suite = suite }

    package var run: Int { passed + failed }

    mutating func count(_ outcome: VectorOutcome, of vectorCase: VectorCase) {
        switch outcome {
        case .passed: pass(notes: vectorCase.notes)
        case .failed: fail(vectorCase.id)
        case .skipped(let reason): skip(1, because: reason)
        }
    }

    mutating func pass(notes: [String] = []) {
        passed += 1
        for note in notes { self.notes.add(note) }
    }

    mutating func fail(_ id: String) {
        failed += 1
        if failing.count < VectorLimits.failingNamedMax { failing.append(id) }
    }

    mutating func skip(_ count: Int, because reason: String) {
        skipped += count
        if count > 0 { reasons.add(reason, count: count) }
    }

    /// Takes over another tally's counts, as for two files of one suite.
    mutating func add(_ other: VectorTally) {
        addCounts(of: other)
        failing = Array((failing + other.failing).prefix(VectorLimits.failingNamedMax))
        reasons.add(other.reasons)
        notes.add(other.notes)
    }

    /// The numbers alone, for a sum over suites.
    mutating func addCounts(of other: VectorTally) {
        passed += other.passed
        failed += other.failed
        skipped += other.skipped
    }
}
