import CSodium

/// A hash being fed piece by piece. Its state is wiped when it ends, for what it hashed may be secret.
public struct HashState: ~Copyable {
    public let algorithm: HashAlgorithm
    private let memory: SecretBytesAligned
    private var raw: RawHash { unsafe RawHash(algorithm: algorithm, memory: memory.base) }

    public init(_ algorithm: HashAlgorithm) {
        self.algorithm = algorithm
        memory = SecretBytesAligned(byteCount: RawHash.stateByteCount)
        raw.start()
    }

    /// Feeds any number of bytes; how they are cut makes no difference.
    public mutating func update(_ bytes: Span<UInt8>) { raw.update(bytes) }

    public mutating func update(_ bytes: [UInt8]) { raw.update(bytes.span) }

    /// Writes the digest into the first `algorithm.digestByteCount` bytes of `output`.
    ///
    /// - Throws: ``SodiumError/wrongLength`` if `output` is shorter.
    public consuming func finalize(into output: inout MutableSpan<UInt8>) throws(SodiumError) {
        guard output.count >= algorithm.digestByteCount else { throw .wrongLength }
        let raw = raw
        unsafe output.withPointer { unsafe raw.finish(into: $0) }
    }

    /// The digest, `algorithm.digestByteCount` bytes long.
    public consuming func finalize() -> [UInt8] {
        let raw = raw
        return unsafe [UInt8](count: algorithm.digestByteCount) { unsafe raw.finish(into: $0) }
    }
}
