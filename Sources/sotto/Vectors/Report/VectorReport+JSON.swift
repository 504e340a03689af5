extension VectorReport {
    /// An object a line: one for each suite, then `total`. The fields are always there, in this order: `suite`, `run`,
    /// `passed`, `failed`, `skipped`, `reason` and `note` (texts, empty if there is nothing to say), `failing` (names
    /// of at most ``VectorLimits/failingNamedMax`` failed cases of a suite; empty in the total).
    package func jsonLines() -> String { (tallies + [total]).map(\.object.line).joined(separator: "\n") }
}

extension VectorTally {
    fileprivate var object: JSONObject {
        JSONObject([
            "suite": .string(suite), "run": .number(run), "passed": .number(passed), "failed": .number(failed),
            "skipped": .number(skipped), "reason": .string(reasons.reasons), "note": .string(notes.counted),
            "failing": .list(failing.map { .string($0) }),
        ])
    }
}
