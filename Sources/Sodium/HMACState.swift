import CSodium

/// HMAC (RFC 2104) over any of the three hashes. One key authenticates any number of messages, one after another.
///
/// One construction for all of them, because libsodium has it for SHA-2 alone and Noise needs it over BLAKE2b.
/// Both padded keys are hashed once, at the start. Compare tags with ``ConstantTime`` only.
public struct HMACState: ~Copyable {
    public let algorithm: HashAlgorithm
    private let memory: SecretBytesAligned

    /// A key of any length, also empty; longer than a block, it is hashed first (RFC 2104 §2).
    public init(_ algorithm: HashAlgorithm, key: Span<UInt8>) {
        self.algorithm = algorithm
        memory = SecretBytesAligned(byteCount: 3 * RawHash.stateByteCount)
        absorb(key)
        running.copyState(from: keyedInner)
    }

    public init(_ algorithm: HashAlgorithm, key: [UInt8]) { self.init(algorithm, key: key.span) }

    /// Feeds any number of bytes; how they are cut makes no difference.
    public mutating func update(_ bytes: Span<UInt8>) { running.update(bytes) }

    public mutating func update(_ bytes: [UInt8]) { running.update(bytes.span) }

    /// Writes the tag of what was fed into the first `algorithm.digestByteCount` bytes of `output`; a new message
    /// under the same key may follow.
    ///
    /// - Throws: ``SodiumError/wrongLength`` if `output` is shorter.
    public mutating func finish(into output: inout MutableSpan<UInt8>) throws(SodiumError) {
        guard output.count >= algorithm.digestByteCount else { throw .wrongLength }
        unsafe output.withPointer { unsafe finish(into: $0) }
    }

    /// The tag of what was fed; a new message under the same key may follow.
    public mutating func finish() -> [UInt8] {
        unsafe [UInt8](count: algorithm.digestByteCount) { unsafe finish(into: $0) }
    }

    /// The tag of one message.
    public static func tag(_ algorithm: HashAlgorithm, key: [UInt8], message: [UInt8]) -> [UInt8] {
        var state = HMACState(algorithm, key: key)
        state.update(message)
        return state.finish()
    }

    /// The tag as a secret, for keys derived by HMAC.
    public mutating func finishSecret() -> SecretBytes {
        let tag = SecretBytes(zeroed: algorithm.digestByteCount)
        unsafe finish(into: tag.pointer)
        return tag
    }

    private var keyedInner: RawHash { unsafe RawHash(algorithm: algorithm, memory: memory.base) }
    private var keyedOuter: RawHash {
        unsafe RawHash(algorithm: algorithm, memory: memory.base + RawHash.stateByteCount)
    }
    private var running: RawHash {
        unsafe RawHash(algorithm: algorithm, memory: memory.base + 2 * RawHash.stateByteCount)
    }

    private func finish(into output: UnsafeMutablePointer<UInt8>) {
        unsafe running.finish(into: output)
        running.copyState(from: keyedOuter)
        unsafe running.update(output, algorithm.digestByteCount)
        unsafe running.finish(into: output)
        running.copyState(from: keyedInner)
    }

    private func absorb(_ key: Span<UInt8>) {
        let block = SecretBytes(zeroed: algorithm.blockByteCount)
        if key.count > block.byteCount {
            keyedInner.start()
            keyedInner.update(key)
            unsafe keyedInner.finish(into: block.pointer)
        } else {
            for index in key.indices { unsafe block.pointer[index] = key[index] }
        }
        start(keyedInner, padding: block, with: 0x36)
        start(keyedOuter, padding: block, with: 0x36 ^ 0x5c)
    }

    private func start(_ hash: RawHash, padding block: borrowing SecretBytes, with pad: UInt8) {
        for index in 0..<block.byteCount { unsafe block.pointer[index] ^= pad }
        hash.start()
        unsafe hash.update(block.pointer, block.byteCount)
    }
}
