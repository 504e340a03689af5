/// Cases of one source, under the name by which `--only` finds them.
package struct VectorSuite: Sendable {
    package let name: String
    package let cases: [VectorCase]

    package init(name: String, cases: [VectorCase]) {
        self.name = name
        self.cases = cases
    }

    /// Runs every case.
    package func tally() -> VectorTally {
        var tally = VectorTally(suite: name)
        for vectorCase in cases { tally.count(vectorCase.run(), of: vectorCase) }
        return tally
    }
}
