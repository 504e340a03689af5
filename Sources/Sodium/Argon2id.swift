import CSodium

/// A key from a passphrase, made expensive to guess (RFC 9106, version 1.3, one lane: libsodium's form).
public struct Argon2id: Sendable, Hashable {
    public static let saltByteCount = 16

    /// Passes over the memory: 1 or more.
    public let passes: UInt64
    /// Memory in bytes: 8 KiB or more.
    public let memoryByteCount: Int

    /// - Throws: ``SodiumError/wrongLength`` for costs outside what libsodium takes.
    public init(passes: UInt64, memoryByteCount: Int) throws(SodiumError) {
        guard passes >= 1, passes <= UInt64(UInt32.max) else { throw .wrongLength }
        guard memoryByteCount >= 8192, memoryByteCount <= Int(clamping: crypto_pwhash_argon2id_memlimit_max()) else {
            throw .wrongLength
        }
        self.passes = passes
        self.memoryByteCount = memoryByteCount
    }

    /// - Throws: ``SodiumError/wrongLength`` unless `salt` is 16 bytes long and `byteCount` at least 16;
    ///   ``SodiumError/outOfMemory`` if the work area can't be had.
    public func derive(
        from passphrase: Span<UInt8>, salt: Span<UInt8>, byteCount: Int
    ) throws(SodiumError) -> SecretBytes {
        guard salt.count == Self.saltByteCount, byteCount >= 16 else { throw .wrongLength }
        SodiumLibrary.start()
        let key = SecretBytes(zeroed: byteCount)
        let result = unsafe passphrase.withPointer { text, textCount in
            unsafe salt.withPointer { salt, _ in
                unsafe text.withMemoryRebound(to: CChar.self, capacity: textCount) { text in
                    unsafe crypto_pwhash_argon2id(
                        key.pointer, UInt64(byteCount), text, UInt64(textCount), salt, passes, memoryByteCount,
                        crypto_pwhash_argon2id_ALG_ARGON2ID13)
                }
            }
        }
        guard result == 0 else { throw .outOfMemory }
        return key
    }
}
