/// The self-test: the embedded vectors, and those of a folder if one is given.
package struct VectorRunner: Sendable {
    private let directory: String?
    private let only: String?

    /// - Parameters:
    ///   - directory: where to look for upstream files, at any depth.
    ///   - only: the one suite to run.
    package init(directory: String? = nil, only: String? = nil) {
        self.directory = directory
        self.only = only
    }

    /// Runs everything and reports; what fails is in the report.
    ///
    /// - Throws: ``VectorRunnerError``, if nothing could begin.
    package func report() throws(VectorRunnerError) -> VectorReport {
        let found = try folderRun()
        if let only, !names(found).contains(only) { throw .unknownSuite(only, known: names(found)) }
        let embedded = EmbeddedVectors.suites().filter { only == nil || only == $0.name }.map { $0.tally() }
        return VectorReport(embedded: embedded, found: found?.tallies, only: only)
    }

    private func folderRun() throws(VectorRunnerError) -> VectorFolderRun? {
        guard let directory else { return nil }
        var run = VectorFolderRun(manifest: .embedded, only: only)
        try run.run(VectorFolder(path: directory))
        return run
    }

    /// What `--only` may ask for: the embedded suites, and with a folder those that could be in one.
    private func names(_ found: VectorFolderRun?) -> [String] {
        guard let found else { return EmbeddedVectors.names }
        let published = VectorManifest.embedded.files.compactMap(\.suite)
        return EmbeddedVectors.names + Set(published).union(found.names).sorted() + [VectorReport.filesSuite]
    }
}
