import CSodium

/// BLAKE2b with a chosen output length and an optional key, fed piece by piece (RFC 7693).
///
/// With a key it is a MAC by itself; compare its output with ``ConstantTime`` only.
public struct BLAKE2b: ~Copyable {
    public static let digestByteCounts = 1...64
    public static let keyByteCounts = 16...64

    public let digestByteCount: Int
    private let memory: SecretBytesAligned

    /// - Throws: ``SodiumError/wrongLength`` for an output length outside ``digestByteCounts``, or a key that is
    ///   neither empty nor of a length in ``keyByteCounts``.
    public init(digestByteCount: Int = 32, key: Span<UInt8>) throws(SodiumError) {
        guard Self.digestByteCounts.contains(digestByteCount) else { throw .wrongLength }
        guard key.isEmpty || Self.keyByteCounts.contains(key.count) else { throw .wrongLength }
        self.digestByteCount = digestByteCount
        memory = SecretBytesAligned(byteCount: RawHash.stateByteCount)
        let state = unsafe self.state
        unsafe key.withPointer { key, count in
            _ = unsafe crypto_generichash_blake2b_init(state, key, count, digestByteCount)
        }
    }

    /// Without a key.
    public init(digestByteCount: Int = 32) throws(SodiumError) {
        try self.init(digestByteCount: digestByteCount, key: Span<UInt8>())
    }

    /// Feeds any number of bytes; how they are cut makes no difference.
    public mutating func update(_ bytes: Span<UInt8>) {
        unsafe bytes.withPointer { base, count in
            _ = unsafe crypto_generichash_blake2b_update(state, base, UInt64(count))
        }
    }

    public mutating func update(_ bytes: [UInt8]) { update(bytes.span) }

    /// The digest, ``digestByteCount`` bytes long.
    public consuming func finalize() -> [UInt8] {
        let (state, count) = unsafe (state, digestByteCount)
        return unsafe [UInt8](count: count) { _ = unsafe crypto_generichash_blake2b_final(state, $0, count) }
    }

    /// The digest of `bytes` in one step, without a key.
    public static func digest(of bytes: [UInt8], byteCount: Int = 32) throws(SodiumError) -> [UInt8] {
        var state = try BLAKE2b(digestByteCount: byteCount)
        state.update(bytes)
        return state.finalize()
    }

    private var state: OpaquePointer { unsafe OpaquePointer(memory.base) }
}
