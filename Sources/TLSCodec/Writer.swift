/// Appends fields of the TLS presentation language (RFC 8446 §3, RFC 9420 §2.1) to a byte array.
///
/// Not for secrets: the array grows by copying and isn't wiped.
public struct Writer: Sendable {
    @usableFromInline var storage: [UInt8] = []

    /// What has been written so far.
    public var bytes: [UInt8] { storage }

    public init() {}

    /// An empty writer that won't have to grow before it holds `byteCount` bytes.
    public init(reserving byteCount: Int) { storage.reserveCapacity(byteCount) }

    /// Appends an unsigned integer, most significant byte first, in as many bytes as its type has.
    @inlinable
    public mutating func integer<Value: FixedWidthInteger & UnsignedInteger>(_ value: Value) {
        var shift = Value.bitWidth
        while shift > 0 {
            shift -= 8
            storage.append(UInt8(truncatingIfNeeded: value >> Value(shift)))
        }
    }

    /// Appends bytes without a length: `opaque x[n]`.
    public mutating func fixed(_ value: [UInt8]) { storage.append(contentsOf: value) }

    /// Appends bytes with their length before them.
    ///
    /// - Throws: ``CodecError/lengthOutOfBounds`` if the count is outside `bounds` or too great for `prefix`.
    public mutating func opaque(
        _ value: [UInt8], _ prefix: LengthPrefix, in bounds: ClosedRange<Int> = 0...Int.max
    ) throws(CodecError) {
        guard bounds.contains(value.count) else { throw .lengthOutOfBounds }
        try length(value.count, prefix)
        fixed(value)
    }

    /// Appends a length alone.
    ///
    /// - Throws: ``CodecError/lengthOutOfBounds`` if `count` is negative or too great for `prefix`.
    public mutating func length(_ count: Int, _ prefix: LengthPrefix) throws(CodecError) {
        guard count >= 0, count <= prefix.byteCountMax else { throw .lengthOutOfBounds }
        switch prefix {
        case .uint8: integer(UInt8(truncatingIfNeeded: count))
        case .uint16: integer(UInt16(truncatingIfNeeded: count))
        case .uint32: integer(UInt32(truncatingIfNeeded: count))
        case .variable: variableLength(UInt32(truncatingIfNeeded: count))
        }
    }

    /// RFC 9420 §2.1.2: the two high bits say 1, 2 or 4 bytes.
    private mutating func variableLength(_ count: UInt32) {
        switch count {
        case ...0x3F: integer(UInt8(truncatingIfNeeded: count))
        case ...0x3FFF: integer(UInt16(truncatingIfNeeded: count) | 0x4000)
        default: integer(count | 0x8000_0000)
        }
    }
}
