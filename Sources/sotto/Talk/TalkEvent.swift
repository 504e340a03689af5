import Identity
import SecureChannel

/// What happens in a talk, for whoever shows it.
enum TalkEvent: Sendable {
    /// Somebody is here. At the client: the relay.
    case joined(Speaker)
    /// Call `shown` once it is on the screen: only then the other end learns that it arrived.
    case message(from: Speaker, text: [UInt8], shown: @Sendable () -> Void)
    /// They said goodbye.
    case left(Speaker)
    /// Their line broke; what wasn't acknowledged is kept for their return.
    case lost(Speaker)
    /// As many more of our messages are on the other's screen.
    case delivered(Int)
}
