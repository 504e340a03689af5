public import Sodium

/// A handshake in which it is the other side's turn (revision 34 §5.3, ReadMessage).
///
/// Each step consumes it. A step that throws has ended the handshake: there is nothing left to go on with.
public struct HandshakeReader: ~Copyable, Sendable {
    private var state: HandshakeState

    init(_ state: consuming HandshakeState) { self.state = state }

    /// The other side's static key, as far as the handshake has brought it. What it proves, and when, depends on the
    /// pattern (§7.7).
    public var remoteStaticKey: X25519.PublicKey? { state.remoteStaticKey }

    /// `h` so far. It names the session only at the end: see ``Transport/handshakeHash``.
    public var handshakeHash: [UInt8] { state.handshakeHash }

    /// Reads the next message. Who could have written the payload, and seen it, depends on the pattern and the message
    /// (§7.7).
    ///
    /// - Throws: ``NoiseError/doesNotOpen``, ``NoiseError/messageTooShort``, ``NoiseError/messageTooLong``;
    ///   ``NoiseError/zeroSharedSecret`` if a key in it is of low order. Tell the peer nothing of which it was.
    public consuming func read(_ message: Span<UInt8>) throws(NoiseError) -> ReadMessage {
        ReadMessage(payload: try state.read(message), state: state)
    }

    /// Reads the next message.
    ///
    /// - Throws: as ``read(_:)``.
    public consuming func read(_ message: [UInt8]) throws(NoiseError) -> ReadMessage { try read(message.span) }
}
