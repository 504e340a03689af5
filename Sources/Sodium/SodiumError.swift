/// Why an operation of this room refused.
///
/// A refusal never says which byte was wrong: where an input is secret or forged, that would help the forger.
public enum SodiumError: Error, Equatable, Sendable {
    /// Bytes given for a key, nonce, salt or buffer haven't the length that the algorithm asks for.
    case wrongLength
    /// A sealed box doesn't open: its key, nonce, associated data or bytes aren't those it was sealed with.
    case doesNotOpen
    /// X25519 gave the all-zero shared secret: the public key is of low order (RFC 7748 §6.1). Refuse the peer.
    case zeroSharedSecret
    /// The system gave no memory for Argon2id's work area.
    case outOfMemory
    /// More output was asked for than the construction can give (HKDF: 255 digests, RFC 5869 §2.3).
    case outputTooLong
}
