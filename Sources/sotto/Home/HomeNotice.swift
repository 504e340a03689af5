/// Something about a home that a person should hear, and that stopped nothing. Told on standard error.
enum HomeNotice: Equatable, Sendable {
    /// Others on the machine could read or write there until now.
    case closedToOthers(path: String, before: FileMode)

    /// A first start.
    case keysMade(path: String)
    case clientKeysMade(path: String, isWrapped: Bool)

    /// Others on the machine may read the file that a passphrase came from.
    case passphraseOpenToOthers(path: String, mode: FileMode)
    /// One was given, and the store key lies in the open.
    case passphraseNotNeeded(path: String)
    /// It may be typed again.
    case wrongPassphrase

    var line: String {
        switch self {
        case .keysMade(let path):
            "New keys were made in \(path). They aren't encrypted: whoever gets that folder is you."
        case .clientKeysMade(let path, true):
            "New keys were made in \(path), under your passphrase: nothing opens them without it."
        case .clientKeysMade(let path, false):
            "New keys were made in \(path). The key to them lies beside them: whoever gets that folder is you, until "
                + "you set a passphrase (sotto passphrase set)."
        case .passphraseOpenToOthers(let path, let mode):
            "Other users of this machine may read your passphrase in \(path) (mode \(mode.octal)):  "
                + "chmod 600 \(Shell.quoted(path))"
        case .passphraseNotNeeded(let path):
            "\(path) isn't under a passphrase; the one that was given wasn't needed. To set it: sotto passphrase set"
        case .wrongPassphrase: "That isn't the passphrase, or the key's file is damaged."
        case .closedToOthers(let path, let before):
            "\(path) was open to other users of this machine (mode \(before.octal)); it is closed to them now. "
                + "If they aren't to be trusted, what it holds may be known to them."
        }
    }
}
