/// A number used once under a key, on the stack. Not secret; using one twice under a key gives away both messages.
public struct AEADNonce: Sendable {
    var storage = InlineArray<24, UInt8>(repeating: 0)
    public let byteCount: Int

    /// Zeros, then `counter` as 8 little-endian bytes at the end (Noise §12: both ChaChaPoly and XChaChaPoly).
    @inline(__always) public init(littleEndianCounter counter: UInt64, for algorithm: AEADAlgorithm) {
        byteCount = algorithm.nonceByteCount
        var rest = counter
        for index in (byteCount - 8)..<byteCount {
            storage[index] = UInt8(truncatingIfNeeded: rest)
            rest >>= 8
        }
    }

    /// - Throws: ``SodiumError/wrongLength`` unless `bytes` is 12 or 24 bytes long.
    public init(copying bytes: Span<UInt8>) throws(SodiumError) {
        guard bytes.count == 12 || bytes.count == 24 else { throw .wrongLength }
        byteCount = bytes.count
        for index in 0..<byteCount { storage[index] = bytes[index] }
    }

    public init(copying bytes: [UInt8]) throws(SodiumError) { try self.init(copying: bytes.span) }

    /// A random nonce, for ``AEADAlgorithm/xChaCha20Poly1305`` only: 12 bytes are too few to draw.
    public static func random() -> AEADNonce {
        var nonce = AEADNonce(littleEndianCounter: 0, for: .xChaCha20Poly1305)
        for (index, byte) in RandomBytes.array(count: nonce.byteCount).enumerated() { nonce.storage[index] = byte }
        return nonce
    }

    public var bytes: [UInt8] { (0..<byteCount).map { storage[$0] } }
}
