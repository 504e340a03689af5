package import RelayProtocol

/// What a line has proven about a room.
package enum Access: Hashable, Sendable {
    case none
    case member([Opening])
    case link(LinkKey)

    /// Whether it is anything at all.
    package var isProven: Bool {
        switch self {
        case .none: false
        case .member(let openings): !openings.isEmpty
        case .link: true
        }
    }
}
