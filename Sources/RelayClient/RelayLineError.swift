package import Identity
import SecureChannel

/// Why a client has no line to its relay.
package enum RelayLineError: Error, Equatable, Sendable {
    /// Nobody listens there, the name doesn't resolve, or no route leads there.
    case unreachable
    /// The relay's key isn't pinned. Nothing that names the client was sent.
    case relayUnknown(RelayKey)
    /// The relay shows another key than the pinned one. Nothing that names the client was sent.
    case relayKeyChanged(pinned: RelayKey, presented: RelayKey)
    /// The relay serves only those whom it was told to.
    case notAllowed
    /// The relay has too many lines.
    case overLimit
    /// The relay doesn't speak this version of the protocol.
    case version
    /// The relay is shutting down, or can't serve anybody just now.
    case stopping
    /// The relay doesn't accept what this device shows: a newer certificate of its has been there.
    case helloRefused
    /// The relay took too long to accept the line, to start it, or to open again what was open.
    case deadline
    /// The connection ended.
    case lost
    /// The relay no longer answers pings, or no longer reads what it is sent.
    case silent
    /// What came isn't what a relay says: forged, damaged, or of somebody who speaks otherwise.
    case malformed
    /// This device's own keys can't be used.
    case unusableKey

    init(_ error: LineError) {
        self =
            switch error {
            case .unreachable: .unreachable
            case .relayUnknown(let key): .relayUnknown(key)
            case .relayKeyChanged(let pinned, let presented): .relayKeyChanged(pinned: pinned, presented: presented)
            case .refused(.notAllowed): .notAllowed
            case .refused(.overLimit): .overLimit
            case .refused(.version): .version
            case .refused(.stopping): .stopping
            case .helloRefused: .helloRefused
            case .deadline: .deadline
            case .lost: .lost
            case .silent: .silent
            case .malformed, .doesNotOpen, .messageTooLarge: .malformed
            case .unusableKey: .unusableKey
            }
    }
}
