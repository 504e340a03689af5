package import Identity

/// Who is at the other end of a line, proven by its handshake.
package struct LinePeer: Sendable {
    package enum Identity: Sendable {
        /// Seen from the client.
        case relay(RelayKey)
        /// Seen from the relay: a hello whose every part was checked against this very handshake.
        case client(Hello)
    }

    package let identity: Identity
    /// Names this session, for signatures that must not be replayed in another.
    package let handshakeHash: [UInt8]
}

extension LinePeer {
    /// Which end this one is, seen from who is at the other.
    var role: LineRole {
        switch identity {
        case .relay: .client
        case .client: .relay
        }
    }
}
