import Sodium

/// What two people read to each other to know that they mean the same key (docs/protocol.md).
///
/// All 256 bits are compared, in constant time: a shortened fingerprint can be met by trying keys.
package struct Fingerprint: Sendable {
    package static let digitCount = 64
    private static let groupDigitCount = 4

    /// BLAKE2b-256 of the key's domain and the key: the same bytes in another role have another fingerprint.
    package let bytes: [UInt8]

    package init<Key: KeyNoun>(of key: Key) {
        bytes = Key.fingerprintDomain.digest(of: key.bytes)
    }

    /// Reads 64 hexadecimal digits in either case, spaces (U+0020) anywhere.
    package init(_ text: String) throws(FingerprintError) {
        var digits: [UInt8] = []
        for character in text.utf8 where character != UInt8(ascii: " ") {
            guard let digit = Hexadecimal.value(of: character) else { throw .notHexadecimal }
            guard digits.count < Self.digitCount else { throw .wrongLength }
            digits.append(digit)
        }
        guard digits.count == Self.digitCount else { throw .wrongLength }
        bytes = stride(from: 0, to: Self.digitCount, by: 2).map { digits[$0] << 4 | digits[$0 + 1] }
    }

    /// 16 groups of 4 digits, in lower case.
    package var text: String {
        let digits = bytes.flatMap { [Hexadecimal.digit($0 >> 4), Hexadecimal.digit($0 & 15)] }
        let groups = stride(from: 0, to: Self.digitCount, by: Self.groupDigitCount).map {
            String(decoding: digits[$0..<($0 + Self.groupDigitCount)], as: UTF8.self)
        }
        return groups.joined(separator: " ")
    }
}

extension Fingerprint: Hashable {
    package static func == (left: Fingerprint, right: Fingerprint) -> Bool {
        ConstantTime.areEqual(left.bytes, right.bytes)
    }

    package func hash(into hasher: inout Hasher) { hasher.combine(bytes) }
}
