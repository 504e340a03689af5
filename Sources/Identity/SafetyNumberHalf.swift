import Sodium

/// One person's thirty digits: SHA-512, 5200 times, to make a key with the same digits dear to find.
struct SafetyNumberHalf: Comparable {
    static let roundCount = 5200
    private static let groupCount = 6
    private static let groupByteCount = 5

    /// ASCII digits, six groups of five.
    let digits: [UInt8]

    init(of key: IdentityKey) {
        let keyBytes = key.bytes
        var hash = HashAlgorithm.sha512.digest(of: Domain.safetyNumber.bytes + keyBytes)
        for _ in 1..<Self.roundCount { hash = HashAlgorithm.sha512.digest(of: hash + keyBytes) }
        digits = (0..<Self.groupCount).flatMap { group in
            Self.digits(of: hash[(group * Self.groupByteCount)..<((group + 1) * Self.groupByteCount)])
        }
    }

    static func < (left: Self, right: Self) -> Bool { left.digits.lexicographicallyPrecedes(right.digits) }

    /// A big-endian number modulo 100,000, in five digits.
    private static func digits(of bytes: ArraySlice<UInt8>) -> [UInt8] {
        let number = bytes.reduce(UInt64(0)) { $0 << 8 | UInt64($1) } % 100_000
        return [10_000, 1_000, 100, 10, 1].map { UInt8(ascii: "0") + UInt8(number / $0 % 10) }
    }
}
