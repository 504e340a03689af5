public import Sodium

/// A handshake in which it is this side's turn to write (revision 34 §5.3, WriteMessage).
///
/// Each step consumes it. A step that throws has ended the handshake: there is nothing left to go on with.
public struct HandshakeWriter: ~Copyable, Sendable {
    private var state: HandshakeState

    init(_ state: consuming HandshakeState) { self.state = state }

    /// The other side's static key, as far as the handshake has brought it. What it proves, and when, depends on the
    /// pattern (§7.7).
    public var remoteStaticKey: X25519.PublicKey? { state.remoteStaticKey }

    /// `h` so far. It names the session only at the end: see ``Transport/handshakeHash``.
    public var handshakeHash: [UInt8] { state.handshakeHash }

    /// Writes the next message with `payload` in it. How well the payload is protected depends on the pattern and the
    /// message (§7.7): before the first Diffie-Hellman it is in clear.
    ///
    /// - Throws: ``NoiseError/messageTooLong``; ``NoiseError/zeroSharedSecret`` if a key that the other side sent is of
    ///   low order.
    public consuming func write(_ payload: Span<UInt8>) throws(NoiseError) -> Written {
        var message: [UInt8] = []
        _ = try state.writeKeys(to: &message)
        try state.writePayload(payload, to: &message)
        return Written(message: message, state: state)
    }

    /// Writes the next message with `payload` in it.
    ///
    /// - Throws: as ``write(_:)-(Span<UInt8>)``.
    public consuming func write(_ payload: [UInt8] = []) throws(NoiseError) -> Written { try write(payload.span) }

    /// Writes the next message with a payload made from the ephemeral key that this message carries, `nil` if it
    /// carries none.
    ///
    /// - Throws: as ``write(_:)-(Span<UInt8>)``.
    public consuming func write(payload make: (X25519.PublicKey?) -> [UInt8]) throws(NoiseError) -> Written {
        var message: [UInt8] = []
        let payload = make(try state.writeKeys(to: &message))
        try state.writePayload(payload.span, to: &message)
        return Written(message: message, state: state)
    }
}
