/// The run through a folder of vectors: each file's cases, and whether each published file is as it was published.
struct VectorFolderRun {
    private let manifest: VectorManifest
    private let only: String?
    private var suites: [VectorTally] = []
    private var files = VectorTally(suite: VectorReport.filesSuite)
    /// Every suite that was found, also those that `only` left out.
    private(set) var names: Set<String> = []

    /// - Parameter only: the one suite to run; its files are compared with the published ones too.
    init(manifest: VectorManifest, only: String?) {
        self.manifest = manifest
        self.only = only
    }

    /// The tallies in the order of the files, the comparison of files last.
    var tallies: [VectorTally] { files.run > 0 ? suites + [files] : suites }

    mutating func run(_ folder: VectorFolder) throws(VectorRunnerError) {
        for path in try folder.paths() {
            do throws(VectorFolder.Unreadable) {
                run(try folder.file(at: path))
            } catch {
                files.fail("\(path): can't be read")
            }
        }
    }

    mutating func run(_ file: VectorFile) {
        guard let entry = manifest.entry(for: file) else { return runUnpublished(file) }
        let isWanted = entry.suite.map(isWanted) ?? (only == nil)
        if isWanted || only == VectorReport.filesSuite { compare(file, with: entry) }
        guard let suite = entry.suite else { return }
        names.insert(suite)
        if isWanted { suites.append(Self.tally(of: file, as: entry, named: suite)) }
    }

    private func isWanted(_ suite: String) -> Bool { only == nil || only == suite }

    private mutating func compare(_ file: VectorFile, with entry: VectorManifest.Entry) {
        guard !entry.isIntact(file) else { return files.pass() }
        files.fail("\(file.path): differs from \(manifest.source(of: entry) ?? "the published one")")
    }

    private mutating func runUnpublished(_ file: VectorFile) {
        let content = file.content()
        guard let suite = content.suite else { return }
        names.insert(suite)
        if isWanted(suite) { suites.append(content.tally(named: suite, path: file.path)) }
    }

    /// Counts are asserted: a published file all of whose cases were skipped has failed.
    private static func tally(of file: VectorFile, as entry: VectorManifest.Entry, named suite: String) -> VectorTally {
        if let reason = entry.skipped {
            var tally = VectorTally(suite: suite)
            tally.skip(entry.cases ?? 1, because: reason)
            return tally
        }
        var tally = file.content().tally(named: suite, path: file.path)
        if tally.failed == 0, tally.run != entry.run {
            tally.fail("\(file.path): \(tally.run) of \(entry.run ?? 0) cases ran")
        }
        return tally
    }
}
