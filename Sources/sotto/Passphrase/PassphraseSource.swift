import Sodium

/// Where the passphrase of a home comes from. It is asked for only where one is needed.
enum PassphraseSource: Sendable {
    /// Nobody can say it.
    case nobody
    /// The first line of a file.
    case file(String)
    /// Somebody who types it, unseen.
    case terminal
    case known(Secret)

    /// How often a wrong one may be followed by another.
    var attemptsMax: Int {
        switch self {
        case .terminal: HomeLimits.passphraseAttemptsMax
        case .nobody, .file, .known: 1
        }
    }

    /// The passphrase of the home at `path`.
    func passphrase(for path: String, report: (HomeNotice) -> Void) throws(HomeError) -> Secret {
        switch self {
        case .nobody: throw .needsPassphrase(path: path)
        case .known(let passphrase): return passphrase
        case .file(let file): return try PassphraseFile.read(file, report: report)
        case .terminal:
            guard let typed = HiddenQuestion.answer(to: "Passphrase of \(path): "),
                let passphrase = PassphraseText.secret(typed)
            else { throw .needsPassphrase(path: path) }
            return passphrase
        }
    }

    /// Under what a home that is made now gets its key: what was given without being asked for is meant to hold.
    func passphraseOfNewHome(report: (HomeNotice) -> Void) throws(HomeError) -> Secret? {
        switch self {
        case .file, .known: try passphrase(for: "", report: report)
        case .nobody, .terminal: nil
        }
    }
}
