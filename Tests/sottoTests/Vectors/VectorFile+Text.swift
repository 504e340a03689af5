@testable import sotto

extension VectorFile {
    init(_ path: String, _ text: String) { self.init(path: path, folder: "mine", bytes: Array(text.utf8)) }

    /// The report of a run over this file alone.
    func report(_ manifest: VectorManifest = .embedded) -> VectorReport {
        var run = VectorFolderRun(manifest: manifest, only: nil)
        run.run(self)
        return VectorReport(embedded: [], found: run.tallies)
    }
}
