import Sodium

/// Sixty digits that are the same at both ends exactly if both see the same two identity keys (docs/protocol.md).
///
/// Shaped like Signal's, not comparable with it.
package struct SafetyNumber: Sendable {
    package static let digitCount = 60
    private static let groupDigitCount = 5

    /// ASCII digits.
    private let digits: [UInt8]

    /// The order of the keys makes no difference.
    package init(of one: IdentityKey, and other: IdentityKey) {
        self.init(SafetyNumberHalf(of: one), SafetyNumberHalf(of: other))
    }

    /// The lesser half first, whoever computes.
    init(_ one: SafetyNumberHalf, _ other: SafetyNumberHalf) {
        digits = one < other ? one.digits + other.digits : other.digits + one.digits
    }

    /// Reads 60 digits, spaces (U+0020) anywhere.
    package init(_ text: String) throws(SafetyNumberError) {
        var digits: [UInt8] = []
        for character in text.utf8 where character != UInt8(ascii: " ") {
            guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(character) else { throw .notADigit }
            guard digits.count < Self.digitCount else { throw .wrongLength }
            digits.append(character)
        }
        guard digits.count == Self.digitCount else { throw .wrongLength }
        self.digits = digits
    }

    /// 12 groups of 5 digits.
    package var text: String {
        let groups = stride(from: 0, to: Self.digitCount, by: Self.groupDigitCount).map {
            String(decoding: digits[$0..<($0 + Self.groupDigitCount)], as: UTF8.self)
        }
        return groups.joined(separator: " ")
    }
}

extension SafetyNumber: Hashable {
    package static func == (left: SafetyNumber, right: SafetyNumber) -> Bool {
        ConstantTime.areEqual(left.digits, right.digits)
    }

    package func hash(into hasher: inout Hasher) { hasher.combine(digits) }
}
