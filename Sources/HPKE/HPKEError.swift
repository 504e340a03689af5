/// Why an operation of this room refused. It never says which byte was wrong.
public enum HPKEError: Error, Hashable, Sendable, CaseIterable {
    /// A key, nonce or encapsulation hasn't the length that the algorithm asks for, or key material is too short.
    case wrongLength
    /// A key belongs to another KEM than the suite's.
    case wrongKEM
    /// Nobody can be sealed to with this public key: it is of low order, or no ML-KEM key (RFC 9180 §7.1.4).
    case invalidPublicKey
    /// The encapsulation is of low order, or none at all (RFC 9180 §7.1.4). Refuse the sender.
    case invalidEncapsulation
    /// A ciphertext doesn't open: key, nonce, associated data, info, PSK or bytes aren't those it was sealed with.
    case doesNotOpen
    /// More output was asked for than HKDF gives (255 digests), or less than nothing.
    case outputTooLong
    /// A pre-shared key without its id, an id without its key, or a key below 32 bytes (RFC 9180 §5.1.2, §9.5).
    case invalidPSK
    /// The context has used up its sequence numbers (RFC 9180 §5.2). Set up a new one.
    case messageLimitReached
}
