import Sodium

/// One direction of a finished handshake: a cipher key and the number of the next message (revision 34 §5.1).
///
/// No nonce is used twice, the last one, 2^64 − 1, never; a message that doesn't open moves nothing. Sealing and opening
/// work in place and allocate nothing.
///
/// When a message doesn't open, the caller may end the session or drop the message and go on. After
/// ``NoiseError/nonceExhausted`` it must end the session.
public struct CipherState: ~Copyable, Sendable {
    /// `nil` in the direction that a one-way pattern forbids: its key is dropped unused (§7.4).
    private var key: AEADKey?
    /// The number of the next message, `n`.
    public private(set) var nonce: UInt64 = 0

    /// Seals in place: on entry `buffer` is the plaintext and 16 bytes of room behind it, afterwards the message.
    ///
    /// - Throws: ``NoiseError/messageTooShort`` for a buffer below 16 bytes, ``NoiseError/messageTooLong`` above 65,535,
    ///   ``NoiseError/nonceExhausted``, ``NoiseError/oneWayPattern``. Then neither buffer nor nonce is changed.
    public mutating func seal(
        inPlace buffer: inout MutableSpan<UInt8>, authenticating associatedData: Span<UInt8> = Span<UInt8>()
    ) throws(NoiseError) {
        guard buffer.count <= NoiseLimits.messageByteCountMax else { throw .messageTooLong }
        guard nonce < Self.rekeyNonce else { throw .nonceExhausted }
        switch key {
        case .some(let key):
            let nonce = AEADNonce(littleEndianCounter: nonce, for: key.algorithm)
            do { try key.seal(inPlace: &buffer, nonce: nonce, authenticating: associatedData) } catch {
                throw NoiseError(error)
            }
        case .none: throw .oneWayPattern
        }
        nonce += 1
    }

    /// Opens in place: on entry `buffer` is the message, afterwards its first `count − 16` bytes are the plaintext.
    ///
    /// - Throws: ``NoiseError/doesNotOpen``, after which the buffer is zeroed; ``NoiseError/messageTooShort`` for a buffer
    ///   below 16 bytes, ``NoiseError/messageTooLong`` above 65,535, ``NoiseError/nonceExhausted``,
    ///   ``NoiseError/oneWayPattern``. The nonce then stays.
    public mutating func open(
        inPlace buffer: inout MutableSpan<UInt8>, authenticating associatedData: Span<UInt8> = Span<UInt8>()
    ) throws(NoiseError) {
        try open(inPlace: &buffer, at: nonce, authenticating: associatedData)
        nonce += 1
    }

    /// Opens message number `nonce`, for transports that lose or reorder messages and say their numbers (§11.4). The
    /// nonce of this state doesn't move.
    ///
    /// Nothing here remembers what was opened: the caller must refuse a number that it has opened before, or the
    /// network can play messages again.
    ///
    /// - Throws: as ``open(inPlace:authenticating:)``.
    @inline(__always) public borrowing func open(
        inPlace buffer: inout MutableSpan<UInt8>, at nonce: UInt64,
        authenticating associatedData: Span<UInt8> = Span<UInt8>()
    ) throws(NoiseError) {
        guard buffer.count <= NoiseLimits.messageByteCountMax else { throw .messageTooLong }
        guard nonce < Self.rekeyNonce else { throw .nonceExhausted }
        switch key {
        case .some(let key):
            let nonce = AEADNonce(littleEndianCounter: nonce, for: key.algorithm)
            do { try key.open(inPlace: &buffer, nonce: nonce, authenticating: associatedData) } catch {
                throw NoiseError(error)
            }
        case .none: throw .oneWayPattern
        }
    }

    /// Replaces the key by REKEY of it (§4.2, §11.3): who takes the new key can't read what came before. The nonce goes
    /// on. Both sides must do it at the same message, or nothing opens any more.
    public mutating func rekey() {
        if let old = key.take() { key = Self.rekeyed(old) }
    }

    /// SetNonce (§5.1), for tests at the end of the numbers. A nonce set back on the sending side gives away messages, so
    /// nobody else reaches it; receivers use ``open(inPlace:at:authenticating:)``.
    package mutating func setNonce(_ nonce: UInt64) { self.nonce = nonce }

    /// InitializeKey, from the first 32 bytes of `output` (§5.2: a longer HASHLEN is truncated).
    init(_ algorithm: AEADAlgorithm, truncating output: borrowing SecretBytes) {
        key = Self.key(algorithm, truncating: output)
    }

    /// The direction that a one-way pattern forbids.
    static func forbidden() -> CipherState { CipherState(key: nil) }

    private init(key: consuming AEADKey?) { self.key = key }

    /// Reserved for REKEY: never a message's.
    private static var rekeyNonce: UInt64 { .max }

    /// REKEY(k) (§4.2): the first 32 bytes of ENCRYPT(k, 2^64 − 1, zerolen, 32 zeros).
    private static func rekeyed(_ key: borrowing AEADKey) -> AEADKey {
        let nonce = AEADNonce(littleEndianCounter: rekeyNonce, for: key.algorithm)
        do throws(SodiumError) {
            let byteCount = NoiseLimits.cipherKeyByteCount + NoiseLimits.tagByteCount
            let sealed = try SecretBytes(byteCount: byteCount) { (zeros) throws(SodiumError) in
                try key.seal(inPlace: &zeros, nonce: nonce)
            }
            return Self.key(key.algorithm, truncating: sealed)
        } catch { preconditionFailure("these 48 bytes can be sealed") }
    }

    private static func key(_ algorithm: AEADAlgorithm, truncating output: borrowing SecretBytes) -> AEADKey {
        let secret = output.withBytes { SecretBytes(copying: $0.extracting(first: NoiseLimits.cipherKeyByteCount)) }
        do throws(SodiumError) { return try AEADKey(algorithm, secret) } catch {
            preconditionFailure("a cipher key is 32 bytes long")
        }
    }
}
