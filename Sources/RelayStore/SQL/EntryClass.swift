import Relay
import RelayProtocol

/// What sweeping tells apart.
enum EntryClass: Int64 {
    case message = 1
    /// Creations, commits and proposals: kept longer.
    case commit = 2
    case item = 3
    /// Of a sender that has shown the box's token.
    case trustedItem = 4

    init(_ entry: NewEntry) {
        switch entry.kind {
        case .message: self = .message
        case .create, .commit, .proposal: self = .commit
        case nil: self = entry.showedToken ? .trustedItem : .item
        }
    }

    var isItem: Bool { self == .item || self == .trustedItem }
}
