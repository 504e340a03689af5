import CSodium

/// A key of one AEAD. It carries its algorithm, so a key made for one can't be used with the other.
///
/// Sealing and opening work in place and allocate nothing. Never seal two messages with one nonce under one key.
public struct AEADKey: ~Copyable, Sendable {
    public let algorithm: AEADAlgorithm
    private let secret: SecretBytes

    /// - Throws: ``SodiumError/wrongLength`` unless `secret` is 32 bytes long.
    public init(_ algorithm: AEADAlgorithm, _ secret: consuming SecretBytes) throws(SodiumError) {
        SodiumLibrary.start()
        guard secret.byteCount == AEADAlgorithm.keyByteCount else { throw .wrongLength }
        self.algorithm = algorithm
        self.secret = secret
    }

    /// A key that is a copy of `bytes`. The original is the caller's to wipe.
    ///
    /// - Throws: ``SodiumError/wrongLength`` unless `bytes` is 32 bytes long.
    public init(_ algorithm: AEADAlgorithm, copying bytes: [UInt8]) throws(SodiumError) {
        try self.init(algorithm, SecretBytes(copying: bytes))
    }

    /// A new key from the system's generator.
    public static func random(_ algorithm: AEADAlgorithm) -> AEADKey {
        AEADKey(unchecked: algorithm, .random(byteCount: AEADAlgorithm.keyByteCount))
    }

    /// Seals in place: on entry `buffer` is the plaintext and 16 bytes of room behind it, afterwards the ciphertext
    /// with its tag.
    ///
    /// - Throws: ``SodiumError/wrongLength`` for a buffer below 16 bytes or a nonce of the other algorithm.
    public func seal(
        inPlace buffer: inout MutableSpan<UInt8>, nonce: AEADNonce,
        authenticating associatedData: Span<UInt8> = Span<UInt8>()
    ) throws(SodiumError) {
        guard nonce.byteCount == algorithm.nonceByteCount else { throw .wrongLength }
        guard buffer.count >= AEADAlgorithm.tagByteCount else { throw .wrongLength }
        let textCount = buffer.count - AEADAlgorithm.tagByteCount
        unsafe buffer.withPointer { text in
            unsafe associatedData.withPointer { data, dataCount in
                unsafe nonce.withPointer { nonce in
                    unsafe seal(text, UInt64(textCount), data, UInt64(dataCount), nonce)
                }
            }
        }
    }

    /// Opens in place: on entry `buffer` is ciphertext and tag, afterwards its first `count − 16` bytes are the
    /// plaintext. The tag is checked before a byte is decrypted.
    ///
    /// - Throws: ``SodiumError/doesNotOpen``, after which the ciphertext is zeroed; ``SodiumError/wrongLength`` for a
    ///   buffer below 16 bytes or a nonce of the other algorithm.
    public func open(
        inPlace buffer: inout MutableSpan<UInt8>, nonce: AEADNonce,
        authenticating associatedData: Span<UInt8> = Span<UInt8>()
    ) throws(SodiumError) {
        guard nonce.byteCount == algorithm.nonceByteCount else { throw .wrongLength }
        guard buffer.count >= AEADAlgorithm.tagByteCount else { throw .wrongLength }
        let textCount = buffer.count - AEADAlgorithm.tagByteCount
        let result = unsafe buffer.withPointer { text in
            unsafe associatedData.withPointer { data, dataCount in
                unsafe nonce.withPointer { nonce in
                    unsafe open(text, UInt64(textCount), data, UInt64(dataCount), nonce)
                }
            }
        }
        guard result == 0 else { throw .doesNotOpen }
    }

    /// The ciphertext of `plaintext` with its tag: 16 bytes longer.
    public func seal(
        _ plaintext: [UInt8], nonce: AEADNonce, authenticating associatedData: [UInt8] = []
    ) throws(SodiumError) -> [UInt8] {
        var buffer = plaintext + [UInt8](repeating: 0, count: AEADAlgorithm.tagByteCount)
        var span = buffer.mutableSpan
        try seal(inPlace: &span, nonce: nonce, authenticating: associatedData.span)
        return buffer
    }

    /// The plaintext of `sealed`.
    ///
    /// - Throws: as ``open(inPlace:nonce:authenticating:)``.
    public func open(
        _ sealed: [UInt8], nonce: AEADNonce, authenticating associatedData: [UInt8] = []
    ) throws(SodiumError) -> [UInt8] {
        var buffer = sealed
        var span = buffer.mutableSpan
        try open(inPlace: &span, nonce: nonce, authenticating: associatedData.span)
        buffer.removeLast(AEADAlgorithm.tagByteCount)
        return buffer
    }

    /// Lends the key's bytes, for derivations such as Noise's REKEY.
    public func withBytes<Result: ~Copyable, Failure: Error>(
        _ body: (Span<UInt8>) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        try secret.withBytes(body)
    }

    private init(unchecked algorithm: AEADAlgorithm, _ secret: consuming SecretBytes) {
        self.algorithm = algorithm
        self.secret = secret
    }

    @inline(__always)
    private func seal(
        _ text: UnsafeMutablePointer<UInt8>, _ textCount: UInt64, _ data: UnsafePointer<UInt8>, _ dataCount: UInt64,
        _ nonce: UnsafePointer<UInt8>
    ) {
        let tag = unsafe text + Int(textCount)
        switch algorithm {
        case .chaCha20Poly1305:
            _ = unsafe crypto_aead_chacha20poly1305_ietf_encrypt_detached(
                text, tag, nil, text, textCount, data, dataCount, nil, nonce, secret.pointer)
        case .xChaCha20Poly1305:
            _ = unsafe crypto_aead_xchacha20poly1305_ietf_encrypt_detached(
                text, tag, nil, text, textCount, data, dataCount, nil, nonce, secret.pointer)
        }
    }

    @inline(__always)
    private func open(
        _ text: UnsafeMutablePointer<UInt8>, _ textCount: UInt64, _ data: UnsafePointer<UInt8>, _ dataCount: UInt64,
        _ nonce: UnsafePointer<UInt8>
    ) -> Int32 {
        let tag = unsafe text + Int(textCount)
        switch algorithm {
        case .chaCha20Poly1305:
            return unsafe crypto_aead_chacha20poly1305_ietf_decrypt_detached(
                text, nil, text, textCount, tag, data, dataCount, nonce, secret.pointer)
        case .xChaCha20Poly1305:
            return unsafe crypto_aead_xchacha20poly1305_ietf_decrypt_detached(
                text, nil, text, textCount, tag, data, dataCount, nonce, secret.pointer)
        }
    }
}
