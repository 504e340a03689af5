import RelayStore

extension Failure {
    /// What a relay's database that couldn't be opened means to whoever runs it.
    init(_ error: RelayStoreError, at path: String) {
        let away = "mv \(Shell.quoted(path)) \(Shell.quoted(path + ".damaged"))"
        switch error {
        case .newerVersion:
            self.init(
                .failed, "\(path) was written by a newer version of sotto; nothing was changed.",
                mend: "Run that version, or use another home: --home DIR")
        case .notAStore, .damaged:
            self.init(
                .damaged, "\(path) is damaged; nothing was changed.",
                mend: "Put it back from a backup. Or start with an empty relay, of which rooms and names are gone:  "
                    + away)
        case .unavailable:
            self.init(
                .failed, "\(path) can't be opened.",
                mend: "Make room on that disk, and look at who may write there, or use another home: --home DIR")
        }
    }
}
