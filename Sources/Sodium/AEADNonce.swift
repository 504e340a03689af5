/// A number used once under a key, on the stack. Not secret; using one twice under a key gives away both messages.
public struct AEADNonce: Sendable {
    /// Little-endian words, as they stand in memory: so a counter takes no loop over its bytes.
    private var words: InlineArray<3, UInt64>
    public let byteCount: Int

    /// Zeros, then `counter` as 8 little-endian bytes at the end (Noise §12: both ChaChaPoly and XChaChaPoly).
    public init(littleEndianCounter counter: UInt64, for algorithm: AEADAlgorithm) {
        byteCount = algorithm.nonceByteCount
        switch algorithm {
        case .chaCha20Poly1305: words = [(counter << 32).littleEndian, (counter >> 32).littleEndian, 0]
        case .xChaCha20Poly1305: words = [0, 0, counter.littleEndian]
        }
    }

    /// - Throws: ``SodiumError/wrongLength`` unless `bytes` is 12 or 24 bytes long.
    public init(copying bytes: Span<UInt8>) throws(SodiumError) {
        guard bytes.count == 12 || bytes.count == 24 else { throw .wrongLength }
        byteCount = bytes.count
        words = [0, 0, 0]
        for index in bytes.indices {
            words[index / 8] |= (UInt64(bytes[index]) << UInt64(index % 8 * 8)).littleEndian
        }
    }

    public init(copying bytes: [UInt8]) throws(SodiumError) { try self.init(copying: bytes.span) }

    /// A random nonce, for ``AEADAlgorithm/xChaCha20Poly1305`` only: 12 bytes are too few to draw.
    public static func random() -> AEADNonce {
        do throws(SodiumError) { return try AEADNonce(copying: RandomBytes.array(count: 24)) } catch {
            preconditionFailure("24 bytes are a nonce")
        }
    }

    public var bytes: [UInt8] {
        (0..<byteCount).map { UInt8(truncatingIfNeeded: words[$0 / 8].littleEndian >> UInt64($0 % 8 * 8)) }
    }

    /// Lends the bytes as C wants them.
    @unsafe @inline(__always)
    func withPointer<Result>(_ body: (UnsafePointer<UInt8>) -> Result) -> Result {
        unsafe words.span.withUnsafeBytes { raw in
            unsafe raw.withMemoryRebound(to: UInt8.self) { bytes in
                guard let base = bytes.baseAddress else { preconditionFailure("a nonce has bytes") }
                return unsafe body(base)
            }
        }
    }
}
