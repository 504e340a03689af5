/// What a handshake message carried, and what comes after it. Take it apart: `let payload = read.payload`, then
/// `switch consume read.next`.
@frozen public struct ReadMessage: ~Copyable, Sendable {
    /// What the other side wrote into the message.
    public let payload: [UInt8]
    /// Whose turn it is now, or the end.
    public let next: AfterReading

    init(payload: [UInt8], state: consuming HandshakeState) {
        self.payload = payload
        next = state.isComplete ? .complete(state.transport()) : .writing(HandshakeWriter(state))
    }
}
