extension [UInt8] {
    /// 0, 1, 2 … 255, 0 …
    package init(counting count: Int) { self = (0..<count).map { UInt8(truncatingIfNeeded: $0) } }

    package func flipping(bit: Int) -> [UInt8] {
        var bytes = self
        bytes[bit / 8] ^= 1 << UInt8(bit % 8)
        return bytes
    }
}
