/// A handshake message to send, and what comes after it. Take it apart: `let message = written.message`, then
/// `switch consume written.next`.
@frozen public struct Written: ~Copyable, Sendable {
    /// At most 65,535 bytes. Noise frames nothing: send its length too.
    public let message: [UInt8]
    /// Whose turn it is now, or the end.
    public let next: AfterWriting

    init(message: [UInt8], state: consuming HandshakeState) {
        self.message = message
        next = state.isComplete ? .complete(state.transport()) : .reading(HandshakeReader(state))
    }
}
