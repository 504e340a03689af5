extension [UInt8] {
    /// The bytes of pairs of hexadecimal digits, as vectors are written.
    package init(hex: String) {
        let digits = [UInt8](hex.utf8).map { digit -> UInt8 in
            switch digit {
            case 0x30...0x39: digit - 0x30
            case 0x61...0x66: digit - 0x57
            case 0x41...0x46: digit - 0x37
            default: preconditionFailure("\(hex) isn't hexadecimal")
            }
        }
        precondition(digits.count.isMultiple(of: 2), "\(hex) isn't hexadecimal")
        self = stride(from: 0, to: digits.count, by: 2).map { digits[$0] << 4 | digits[$0 + 1] }
    }

    package var hex: String {
        let digits = [Character]("0123456789abcdef")
        return String(flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] })
    }
}
