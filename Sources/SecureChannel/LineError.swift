package import Identity

/// Why a line ended or never came to be. The peer sees a closed connection, or one ``Refusal``; never this.
package enum LineError: Error, Equatable, Sendable {
    /// Bytes that no end of this protocol sends: a length out of bounds, data after `end`, a wrong size.
    case malformed
    /// A handshake message or record doesn't open: forged, damaged, replayed, or meant for another key.
    case doesNotOpen
    /// The relay's key isn't pinned. Nothing that names the client was sent. Show its fingerprint, ask, dial again.
    case relayUnknown(RelayKey)
    /// The relay shows another key than the pinned one. Nothing that names the client was sent.
    case relayKeyChanged(pinned: RelayKey, presented: RelayKey)
    /// The client's hello isn't acceptable: wrong signature, another's line key, an older serial.
    case helloRefused
    /// The handshake took longer than ``LineLimits/handshakeDeadline``.
    case deadline
    /// The connection ended without `end`: what came before holds, nothing after it will be read.
    case lost
    /// The peer no longer answers pings, or no longer reads what it is sent.
    case silent
    /// The relay accepted who we are, then refused to serve us.
    case refused(Refusal)
    /// A message is larger than its kind allows, or others need the room that its beginning takes.
    case messageTooLarge
    /// No connection: nobody listens there, the name doesn't resolve, or no route leads there.
    case unreachable
    /// This end's own keys can't be used for a handshake.
    case unusableKey
}

extension LineError {
    /// What a log may say: the case alone, no key.
    var logged: String {
        switch self {
        case .relayUnknown: "relayUnknown"
        case .relayKeyChanged: "relayKeyChanged"
        default: "\(self)"
        }
    }
}
