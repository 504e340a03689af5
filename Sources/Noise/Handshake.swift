public import Sodium

/// The beginning of a handshake (revision 34 §5.3, Initialize).
///
/// ```swift
/// let noise = try NoiseProtocol(name: "Noise_NN_25519_ChaChaPoly_BLAKE2b")
/// let dialling = try Handshake.initiator(noise, prologue: [], keys: HandshakeKeys())
/// let first = try dialling.write()
/// send(first.message)
/// guard case .reading(let reader) = consume first.next else { return }
/// let second = try reader.read(receive())
/// guard case .complete(var line) = consume second.next else { return }
/// send(try line.sending.seal(Array("hello".utf8)))
/// ```
///
/// The other side begins with ``responder(_:prologue:keys:)`` and mirrors it. Turns are types: a ``HandshakeWriter`` can't
/// read, a ``HandshakeReader`` can't write, and neither can be used twice, because each step consumes it. These don't
/// compile:
///
/// ```swift
/// let first = try writer.write()
/// let again = try writer.write()        // error: 'writer' consumed more than once
/// let reply = try writer.read(message)  // error: value of type 'HandshakeWriter' has no member 'read'
/// ```
public enum Handshake {
    /// Begins on the side that sends the first message.
    ///
    /// - Parameters:
    ///   - protocol: the pattern, and what it is made of.
    ///   - prologue: what both sides must agree on, or nothing opens (§6). Not secret.
    ///   - keys: exactly those that the pattern asks of this side.
    /// - Throws: ``NoiseError/missingStaticKey``, ``NoiseError/missingRemoteStaticKey``,
    ///   ``NoiseError/missingPreSharedKey``, ``NoiseError/unexpectedStaticKey``,
    ///   ``NoiseError/unexpectedRemoteStaticKey``, ``NoiseError/unexpectedPreSharedKey``.
    public static func initiator(
        _ protocol: NoiseProtocol, prologue: [UInt8] = [], keys: HandshakeKeys
    ) throws(NoiseError) -> HandshakeWriter {
        HandshakeWriter(
            try HandshakeState(`protocol`, as: .initiator, prologue: prologue, keys: keys, fixedEphemeral: nil))
    }

    /// Begins on the side that receives the first message.
    ///
    /// - Throws: as ``initiator(_:prologue:keys:)``.
    public static func responder(
        _ protocol: NoiseProtocol, prologue: [UInt8] = [], keys: HandshakeKeys
    ) throws(NoiseError) -> HandshakeReader {
        HandshakeReader(
            try HandshakeState(`protocol`, as: .responder, prologue: prologue, keys: keys, fixedEphemeral: nil))
    }

    /// For test vectors alone: an ephemeral key used twice gives away the handshake.
    @_spi(FixedEphemerals) public static func initiator(
        _ protocol: NoiseProtocol, prologue: [UInt8], keys: HandshakeKeys, fixedEphemeral: X25519.SecretKey
    ) throws(NoiseError) -> HandshakeWriter {
        HandshakeWriter(
            try HandshakeState(
                `protocol`, as: .initiator, prologue: prologue, keys: keys, fixedEphemeral: fixedEphemeral))
    }

    /// For test vectors alone: an ephemeral key used twice gives away the handshake.
    @_spi(FixedEphemerals) public static func responder(
        _ protocol: NoiseProtocol, prologue: [UInt8], keys: HandshakeKeys, fixedEphemeral: X25519.SecretKey
    ) throws(NoiseError) -> HandshakeReader {
        HandshakeReader(
            try HandshakeState(
                `protocol`, as: .responder, prologue: prologue, keys: keys, fixedEphemeral: fixedEphemeral))
    }
}
