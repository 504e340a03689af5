/// Where a handshake stands after a message was written.
@frozen public enum AfterWriting: ~Copyable, Sendable {
    /// The other side writes next.
    case reading(HandshakeReader)
    /// That was the last message.
    case complete(Transport)
}
