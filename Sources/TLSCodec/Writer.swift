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

    /// A writer that goes on after `bytes`; those of their only owner aren't copied.
    public init(continuing bytes: consuming [UInt8]) { storage = bytes }

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

    /// Appends bytes without a length.
    public mutating func fixed(_ value: ArraySlice<UInt8>) { storage.append(contentsOf: value) }

    /// Appends bytes without a length.
    public mutating func fixed(_ value: Span<UInt8>) {
        // Reserving as much as is needed each time would copy everything each time.
        storage.append(addingCapacity: value.count) { output in
            for index in value.indices { output.append(value[index]) }
        }
    }

    /// Appends `count` bytes of zero; none if it is negative.
    public mutating func zeros(_ count: Int) { storage.append(contentsOf: repeatElement(0, count: max(count, 0))) }

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

    /// Takes back an opaque vector of variable length that was appended last: what a signature covers is a structure
    /// without the signature at its end. Only the count is looked at: whatever else stands there is cut off instead.
    package mutating func removeLast(opaque value: [UInt8]) {
        let byteCount = LengthPrefix.variable.byteCount(of: value.count) + value.count
        storage.removeLast(min(storage.count, byteCount))
    }

    /// Appends structures one after another, with the bytes that they take together before them: `Element x<V>`.
    ///
    /// - Throws: ``CodecError/lengthOutOfBounds`` if together they are too long for `prefix`.
    @inlinable
    public mutating func vector<Element: TLSCodable>(_ elements: [Element], _ prefix: LengthPrefix) throws(CodecError) {
        let start = storage.count
        // Most lengths take one byte; where it is more, the elements move.
        storage.append(0)
        for element in elements { try element.encode(into: &self) }
        try setLength(prefix, at: start)
    }

    /// Puts the length of all that follows the byte at `start` into its place: how long it is shows only when it has
    /// been written.
    @usableFromInline
    mutating func setLength(_ prefix: LengthPrefix, at start: Int) throws(CodecError) {
        let count = storage.count - start - 1
        guard count <= prefix.byteCountMax else { throw .lengthOutOfBounds }
        let byteCount = prefix.byteCount(of: count)
        if byteCount > 1 { storage.insert(contentsOf: repeatElement(0, count: byteCount - 1), at: start) }
        var number = UInt32(truncatingIfNeeded: count) | prefix.form(byteCount: byteCount)
        for index in (start..<(start + byteCount)).reversed() {
            storage[index] = UInt8(truncatingIfNeeded: number)
            number >>= 8
        }
    }

    /// Appends a length alone.
    ///
    /// - Throws: ``CodecError/lengthOutOfBounds`` if `count` is negative or too great for `prefix`.
    @usableFromInline
    package mutating func length(_ count: Int, _ prefix: LengthPrefix) throws(CodecError) {
        guard count >= 0, count <= prefix.byteCountMax else { throw .lengthOutOfBounds }
        let byteCount = prefix.byteCount(of: count)
        let number = UInt32(truncatingIfNeeded: count) | prefix.form(byteCount: byteCount)
        switch byteCount {
        case 1: integer(UInt8(truncatingIfNeeded: number))
        case 2: integer(UInt16(truncatingIfNeeded: number))
        default: integer(number)
        }
    }
}
