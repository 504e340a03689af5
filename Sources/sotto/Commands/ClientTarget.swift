import Chat
import Identity

/// Whom a client is started for.
enum ClientTarget: Sendable {
    /// The one relay that the home knows.
    case known
    case relay(RelayAddress)
    case link(RoomLinkAddress)

    /// - Throws: ``Failure`` for what is neither.
    init(_ text: String?) throws(Failure) {
        guard let text else {
            self = .known
            return
        }
        if text.contains("#") {
            self = .link(try RoomLinkAddress(given: text))
        } else {
            self = .relay(try RelayAddress(given: text))
        }
    }

    var relay: RelayAddress? {
        switch self {
        case .known: nil
        case .relay(let relay): relay
        case .link(let link): link.relay
        }
    }
}
