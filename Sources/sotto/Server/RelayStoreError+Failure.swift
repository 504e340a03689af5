import RelayStore

extension Failure {
    /// What a relay's database that couldn't be opened means to whoever runs it.
    init(_ error: RelayStoreError, at path: String) {
        switch error {
        case .newerVersion:
            self.init(
                .failed, "\(path) was written by a newer version of sotto; nothing was changed.",
                mend: "Run that version, or use another home: --home DIR")
        case .notAStore:
            self.init(
                .damaged, "\(path) isn't a relay's database, or its beginning is damaged; nothing was changed.",
                mend: Self.restoring(path))
        case .damaged:
            self.init(.damaged, "\(path) is damaged; nothing was changed.", mend: Self.restoring(path))
        case .unavailable:
            self.init(
                .failed, "\(path) can't be opened.",
                mend: "Make room on that disk, and look at who may write there, or use another home: --home DIR")
        }
    }

    /// What SQLite has put beside it goes with it: it may hold what was written last.
    private static func restoring(_ path: String) -> String {
        let folder = Shell.quoted(path.dropLast(HomeFile.database.count) + "damaged")
        return "Put it back from a backup. Or start with an empty relay, without its rooms and names:  "
            + "mkdir \(folder) && mv \(Shell.quoted(path))* \(folder)"
    }
}
