import Sodium

extension [UInt8] {
    init(hex: String) {
        let digits = hex.map { UInt8($0.hexDigitValue!) }
        self = stride(from: 0, to: digits.count, by: 2).map { digits[$0] << 4 | digits[$0 + 1] }
    }

    /// 0, 1, 2 … 255, 0 …
    init(counting count: Int) { self = (0..<count).map { UInt8(truncatingIfNeeded: $0) } }

    var hex: String {
        map { byte in (byte < 16 ? "0" : "") + String(byte, radix: 16) }.joined()
    }

    func flipping(bit: Int) -> [UInt8] {
        var bytes = self
        bytes[bit / 8] ^= 1 << (bit % 8)
        return bytes
    }
}

extension SecretBytes {
    var array: [UInt8] { withBytes { bytes in bytes.indices.map { bytes[$0] } } }
}
