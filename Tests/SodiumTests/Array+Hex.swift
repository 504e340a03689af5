extension [UInt8] {
    /// The bytes of pairs of hexadecimal digits, as vectors are written. For literals of tests alone.
    init(hex: String) {
        let digits = hex.map { digit -> UInt8 in
            guard let value = digit.hexDigitValue else { fatalError("not hexadecimal: \(hex)") }
            return UInt8(value)
        }
        precondition(digits.count.isMultiple(of: 2))
        self = stride(from: 0, to: digits.count, by: 2).map { digits[$0] << 4 | digits[$0 + 1] }
    }

    /// 0, 1, 2 and so on.
    init(counting count: Int) { self = (0..<count).map { UInt8(truncatingIfNeeded: $0) } }

    func flipping(bit: Int) -> [UInt8] {
        var flipped = self
        flipped[bit / 8] ^= 1 << UInt8(bit % 8)
        return flipped
    }

    /// Pieces of at most `size` bytes.
    func pieces(of size: Int) -> [[UInt8]] {
        stride(from: 0, to: count, by: size).map { Array(self[$0..<Swift.min($0 + size, count)]) }
    }
}
