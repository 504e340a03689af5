/// How many zero bytes are put behind a message before it is sealed, so that its length tells less (RFC 9420 §15.1).
public struct Padding: Sendable {
    private let paddedByteCount: @Sendable (Int) -> Int

    /// Lengths as they are.
    public static let none = Padding { $0 }

    /// Up to the next multiple of `byteCount`.
    public static func multiples(of byteCount: Int) -> Padding {
        let step = min(max(byteCount, 1), MLSLimits.paddingByteCountMax)
        return Padding { count in (count + step - 1) / step * step }
    }

    /// A rule of the caller's own: from the byte count of what is sealed (content, signature, tags) to the one that it
    /// should have. A smaller answer pads nothing.
    public init(paddedByteCount: @escaping @Sendable (Int) -> Int) { self.paddedByteCount = paddedByteCount }

    package func paddingByteCount(for byteCount: Int) -> Int {
        let padded = paddedByteCount(byteCount)
        return padded > byteCount ? min(padded - byteCount, MLSLimits.paddingByteCountMax) : 0
    }
}
