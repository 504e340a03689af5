import Sodium

/// The length before an opaque vector (RFC 9420 §2.1.2), for what is signed, hashed and derived from.
///
/// Unlike a writer it refuses nothing: beyond 2^30 − 1, where the RFC has no form, it goes on with RFC 9000's eight
/// bytes. Such a length is unambiguous, and no decoder accepts it.
enum VariableLength {
    static func byteCount(of length: Int) -> Int {
        switch length {
        case ..<0x40: 1
        case ..<0x4000: 2
        case ..<0x4000_0000: 4
        default: 8
        }
    }
}

extension [UInt8] {
    /// Appends a length alone.
    mutating func append(variableLength length: Int) {
        let byteCount = VariableLength.byteCount(of: length)
        guard byteCount > 1 else { return append(UInt8(truncatingIfNeeded: length)) }
        let form = UInt64(byteCount.trailingZeroBitCount) << UInt64(byteCount * 8 - 2)
        append(bigEndian: UInt64(length) | form, byteCount: byteCount)
    }

    /// Appends bytes with their length before them.
    mutating func append(opaque bytes: Span<UInt8>) {
        append(variableLength: bytes.count)
        append(copying: bytes)
    }

    /// Appends bytes with their length before them.
    mutating func append(opaque bytes: [UInt8]) {
        append(variableLength: bytes.count)
        append(contentsOf: bytes)
    }

    /// Appends the last `byteCount` bytes of a number, at most eight, most significant first.
    mutating func append(bigEndian value: UInt64, byteCount: Int) {
        let bytes = InlineArray<8, UInt8> { UInt8(truncatingIfNeeded: value >> UInt64(56 - 8 * $0)) }
        append(copying: bytes.span.extracting(last: byteCount))
    }
}
