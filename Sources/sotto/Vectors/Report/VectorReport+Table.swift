import Terminal

extension VectorReport {
    /// A table of suite, run, passed, failed, skipped with the reason, and a total; then the failed cases by name.
    ///
    /// Names of suites and cases may come from files, so each passes ``DisplayText``.
    package func table() -> String {
        let rows = [["suite", "run", "passed", "failed", "skipped", ""]] + (tallies + [total]).map(row)
        let widths = rows[0].indices.map { column in rows.map { CellWidth.of($0[column]) }.max() ?? 0 }
        return (rows.map { line($0, widths) } + tallies.compactMap(failedLine)).joined(separator: "\n")
    }

    private func row(_ tally: VectorTally) -> [String] {
        let counts = [tally.run, tally.passed, tally.failed, tally.skipped].map(String.init)
        return [safe(tally.suite)] + counts + [safe(tally.remark)]
    }

    private func line(_ row: [String], _ widths: [Int]) -> String {
        let cells = row.indices.map { column in
            let padding = String(repeating: " ", count: widths[column] - CellWidth.of(row[column]))
            return (1...4).contains(column) ? padding + row[column] : row[column] + padding
        }
        let line = cells.joined(separator: "  ")
        return String(line[..<(line.lastIndex { $0 != " " }.map(line.index(after:)) ?? line.startIndex)])
    }

    private func failedLine(_ tally: VectorTally) -> String? {
        guard tally.failed > 0 else { return nil }
        let unnamed = tally.failed - tally.failing.count
        let rest = unnamed > 0 ? " and \(unnamed) more" : ""
        return "failed in \(safe(tally.suite)): " + tally.failing.map(safe).joined(separator: ", ") + rest
    }

    private func safe(_ text: String) -> String { DisplayText(text).text }
}

extension VectorTally {
    /// Why cases were skipped, and what is worth saying about those that ran.
    var remark: String { [reasons.reasons, notes.counted].filter { !$0.isEmpty }.joined(separator: "; ") }
}
