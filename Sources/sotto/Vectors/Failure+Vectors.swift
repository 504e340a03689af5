import Terminal

extension Failure {
    init(_ error: VectorRunnerError) {
        switch error {
        case .unknownSuite(let name, let known):
            let more = known.contains(VectorReport.filesSuite) ? "" : " With --dir also those of the files found."
            self.init(
                .wrongUsage, "There is no suite named \(DisplayText(name)).",
                mend: "The suites: \(known.map { DisplayText($0).text }.joined(separator: ", ")).\(more)")
        case .noFolder(let path):
            self.init(
                .failed, "There is no folder \(DisplayText(path)) that can be read.",
                mend: "Give --dir a folder of vectors, such as a clone of https://github.com/C2SP/wycheproof.")
        case .folderTooLarge(let path):
            self.init(
                .failed, "\(DisplayText(path)) holds more files or deeper folders than a folder of vectors would.",
                mend: "Give --dir the folder that holds the vectors themselves.")
        }
    }

    /// What a report means for the exit code; nil if all is well.
    init?(_ report: VectorReport) {
        switch report.verdict {
        case .passed: return nil
        case .noneRan:
            self.init(.failed, "No case ran, so nothing is proven.", mend: "Without --only every suite runs.")
        case .noneRanFromFolder:
            self.init(
                .failed, "No case of the folder ran: nothing in it is a file of vectors that this program knows.",
                mend: "Give --dir a folder of Wycheproof, Noise, MLS or HPKE vectors.")
        case .failed: self.init(failed: report)
        }
    }

    private init(failed report: VectorReport) {
        self.init(
            .failed, "\(report.total.failed) of \(report.total.run) checks failed; they are named above.",
            mend: Self.mend(report))
    }

    /// Whether the program or the files are at fault.
    private static func mend(_ report: VectorReport) -> String {
        let failed = Set(report.tallies.filter { $0.failed > 0 }.map(\.suite))
        if !failed.isDisjoint(with: EmbeddedVectors.names) {
            return "Don't trust this program with keys: build it anew, and check libsodium."
        }
        if failed.contains(VectorReport.filesSuite) {
            return "The files are damaged or of another version: fetch them again."
        }
        return "If the files are as published, don't trust this program with keys: build it anew, and check libsodium."
    }
}
