import MLS

/// To which lengths everything is padded before it is sealed (PROTOCOL.md §4), so that sizes tell little: 256 bytes,
/// then powers of two up to 4 KiB, then multiples of 4 KiB.
enum PaddedLength {
    private static let smallest = 256
    private static let step = 4_096
    static let blobStep = 64 << 10

    static func of(_ byteCount: Int) -> Int {
        guard byteCount > smallest else { return smallest }
        guard byteCount > step else { return 1 << (Int.bitWidth - (byteCount - 1).leadingZeroBitCount) }
        return multiple(of: step, holding: byteCount)
    }

    static func ofBlob(_ byteCount: Int) -> Int { multiple(of: blobStep, holding: max(byteCount, 1)) }

    static let rule = Padding { of($0) }

    private static func multiple(of step: Int, holding byteCount: Int) -> Int {
        (byteCount + step - 1) / step * step
    }
}
