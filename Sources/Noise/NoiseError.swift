import Sodium

/// Why Noise refused. Nothing in it says which byte was wrong.
public enum NoiseError: Error, Equatable, Sendable {
    /// A protocol name isn't `Noise_PATTERN_DH_CIPHER_HASH`, or is longer than 255 bytes (§8).
    case malformedName
    /// A handshake pattern isn't one of revision 34's.
    case unknownPattern
    /// A pattern modifier isn't `psk0` to `pskN` for N messages, or they don't rise.
    case unsupportedModifier
    /// A name asks for another DH than 25519, cipher than ChaChaPoly and XChaChaPoly, or hash than BLAKE2b, SHA256 and
    /// SHA512.
    case unsupportedAlgorithm

    /// The pattern authenticates this side, and no static key was given for it.
    case missingStaticKey
    /// The pattern needs the other side's static key beforehand, and none was given.
    case missingRemoteStaticKey
    /// Fewer pre-shared keys were given than the pattern has `psk` tokens.
    case missingPreSharedKey
    /// A static key was given that the pattern never uses: its owner would think itself authenticated.
    case unexpectedStaticKey
    /// The other side's static key was given to a pattern that learns it from the handshake. It would not be compared:
    /// compare `remoteStaticKey` with it after the message that carries it.
    case unexpectedRemoteStaticKey
    /// More pre-shared keys were given than the pattern has `psk` tokens.
    case unexpectedPreSharedKey
    /// A pre-shared key isn't 32 bytes long (§9).
    case wrongPreSharedKeyLength

    /// A message would be, or is, longer than 65,535 bytes (§3).
    case messageTooLong
    /// A message hasn't the bytes that its keys and tags take, or a buffer no room for a tag.
    case messageTooShort
    /// A ciphertext doesn't open: keys, prologue, order or bytes aren't those it was sealed with.
    case doesNotOpen
    /// A Diffie-Hellman gave zeros: the peer's key is of low order. Revision 34 §12.1 allows refusing it.
    case zeroSharedSecret
    /// 2^64 − 1 messages were sealed or opened under this cipher state; the last nonce is REKEY's (§5.1).
    case nonceExhausted
    /// A one-way pattern lets the initiator alone send (§7.4).
    case oneWayPattern

    /// What a key of ours may refuse while a message is worked on. Its lengths are otherwise fixed.
    init(_ error: SodiumError) {
        switch error {
        case .doesNotOpen: self = .doesNotOpen
        case .zeroSharedSecret: self = .zeroSharedSecret
        case .wrongLength, .outOfMemory, .outputTooLong: self = .messageTooShort
        }
    }
}
