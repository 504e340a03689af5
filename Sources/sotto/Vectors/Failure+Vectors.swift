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
                mend: "Give --dir a folder of Wycheproof or Noise vectors.")
        case .failed: self.init(failed: report)
        }
    }

    private init(failed report: VectorReport) {
        let total = report.total
        let isOnlyFiles = report[VectorReport.filesSuite]?.failed == total.failed
        self.init(
            .failed, "\(total.failed) of \(total.run) checks failed; they are named above.",
            mend: isOnlyFiles
                ? "The files are damaged or of another version: fetch them again."
                : "Don't trust this program with keys before they pass: build it anew, and check libsodium.")
    }
}
