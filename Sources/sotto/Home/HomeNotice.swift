/// Something about a home that a person should hear, and that stopped nothing. Told on standard error.
enum HomeNotice: Equatable, Sendable {
    /// Others on the machine could read or write there until now.
    case closedToOthers(path: String, before: FileMode)

    /// A first start.
    case keysMade(path: String)

    var line: String {
        switch self {
        case .keysMade(let path):
            "New keys were made in \(path). They aren't encrypted: whoever gets that folder is you."
        case .closedToOthers(let path, let before):
            "\(path) was open to other users of this machine (mode \(before.octal)); it is closed to them now. "
                + "If they aren't to be trusted, what it holds may be known to them."
        }
    }
}
