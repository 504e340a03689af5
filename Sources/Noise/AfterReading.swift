/// Where a handshake stands after a message was read.
@frozen public enum AfterReading: ~Copyable, Sendable {
    /// This side writes next.
    case writing(HandshakeWriter)
    /// That was the last message.
    case complete(Transport)
}
