import RelayClient
import SecureChannel

extension RelayLineError {
    /// As the line's own end, for which there are words.
    var lineError: LineError {
        switch self {
        case .unreachable: .unreachable
        case .relayUnknown(let key): .relayUnknown(key)
        case .relayKeyChanged(let pinned, let presented): .relayKeyChanged(pinned: pinned, presented: presented)
        case .notAllowed: .refused(.notAllowed)
        case .overLimit: .refused(.overLimit)
        case .version: .refused(.version)
        case .stopping: .refused(.stopping)
        case .helloRefused: .helloRefused
        case .deadline: .deadline
        case .lost: .lost
        case .silent: .silent
        case .malformed: .malformed
        case .unusableKey: .unusableKey
        }
    }
}
