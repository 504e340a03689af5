/// The result of a self-test: a tally of each suite, in the order in which they ran, and what follows from them.
package struct VectorReport: Equatable, Sendable {
    package enum Verdict: Equatable, Sendable {
        case passed
        case failed
        /// Nothing ran: a run that filters everything away proves nothing.
        case noneRan
        /// A folder was given and no case in it ran.
        case noneRanFromFolder
    }

    /// The row that counts whole files compared with what was published, not cases.
    package static let filesSuite = "files"

    package let tallies: [VectorTally]
    package let verdict: Verdict

    /// - Parameters:
    ///   - found: what came from a folder; nil if none was given.
    ///   - only: the one suite that was asked for.
    package init(embedded: [VectorTally], found: [VectorTally]?, only: String? = nil) {
        tallies = Self.merged(embedded + (found ?? []))
        verdict = Self.verdict(embedded: embedded, found: found, only: only)
    }

    /// The sums. What failed and why cases were skipped stands with each suite.
    package var total: VectorTally {
        var total = VectorTally(suite: "total")
        for tally in tallies { total.addCounts(of: tally) }
        return total
    }

    package subscript(suite: String) -> VectorTally? { tallies.first { $0.suite == suite } }

    private static func verdict(embedded: [VectorTally], found: [VectorTally]?, only: String?) -> Verdict {
        let all = embedded + (found ?? [])
        if all.contains(where: { $0.failed > 0 }) { return .failed }
        guard casesRun(all, only: only) > 0 else { return .noneRan }
        if let found, only == nil, casesRun(found, only: nil) == 0 { return .noneRanFromFolder }
        return .passed
    }

    private static func casesRun(_ tallies: [VectorTally], only: String?) -> Int {
        tallies.filter { $0.suite != filesSuite || only == filesSuite }.map(\.run).reduce(0, +)
    }

    private static func merged(_ tallies: [VectorTally]) -> [VectorTally] {
        var merged: [VectorTally] = []
        for tally in tallies {
            if let index = merged.firstIndex(where: { $0.suite == tally.suite }) {
                merged[index].add(tally)
            } else {
                merged.append(tally)
            }
        }
        return merged
    }
}
