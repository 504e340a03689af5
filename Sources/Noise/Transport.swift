public import Sodium

/// A finished handshake: a cipher state for each direction and what binds other things to this channel.
///
/// Take it apart: `sending` and `receiving` may live in different places.
@frozen public struct Transport: ~Copyable, Sendable {
    /// `h` at the end: names this session as nothing else does. Sign it, or derive from it, to bind another
    /// authentication to this channel (revision 34 §11.2).
    public let handshakeHash: [UInt8]
    /// The other side's static key, authenticated as far as the pattern says (§7.7); `nil` if it has none.
    public let remoteStaticKey: X25519.PublicKey?
    /// Seals what this side sends; throws ``NoiseError/oneWayPattern`` for a one-way pattern's recipient.
    public var sending: CipherState
    /// Opens what the other side sent; throws ``NoiseError/oneWayPattern`` for a one-way pattern's sender.
    public var receiving: CipherState

    init(
        handshakeHash: [UInt8], remoteStaticKey: X25519.PublicKey?, sending: consuming CipherState,
        receiving: consuming CipherState
    ) {
        self.handshakeHash = handshakeHash
        self.remoteStaticKey = remoteStaticKey
        self.sending = sending
        self.receiving = receiving
    }
}
