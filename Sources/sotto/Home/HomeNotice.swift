/// Something about a home that a person should hear, and that stopped nothing. Told on standard error.
enum HomeNotice: Equatable, Sendable {
    /// Others on the machine could read or write there until now.
    case closedToOthers(path: String, before: FileMode)

    var line: String {
        switch self {
        case .closedToOthers(let path, let before):
            "\(path) was open to other users of this machine (mode \(before.octal)); it is closed to them now. "
                + "If they aren't to be trusted, what it holds may be known to them."
        }
    }
}
