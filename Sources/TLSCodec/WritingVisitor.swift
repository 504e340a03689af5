/// Writes the fields of one whole structure.
@usableFromInline
struct WritingVisitor<Whole>: Visitor {
    @usableFromInline let whole: Whole
    @usableFromInline var writer: Writer

    @usableFromInline
    init(whole: Whole, writer: consuming Writer) {
        self.whole = whole
        self.writer = writer
    }

    @inlinable
    mutating func integer<Value: FixedWidthInteger & UnsignedInteger>(
        _ field: (Whole) throws(CodecError) -> Value
    ) throws(CodecError) -> Value {
        let value = try field(whole)
        writer.integer(value)
        return value
    }

    @inlinable
    mutating func fixed(
        _ byteCount: Int, _ field: (Whole) throws(CodecError) -> [UInt8]
    ) throws(CodecError) -> [UInt8] {
        let value = try field(whole)
        guard value.count == byteCount else { throw .lengthOutOfBounds }
        writer.fixed(value)
        return value
    }

    @inlinable
    mutating func opaque(
        _ prefix: LengthPrefix, in bounds: ClosedRange<Int>, _ field: (Whole) throws(CodecError) -> [UInt8]
    ) throws(CodecError) -> [UInt8] {
        let value = try field(whole)
        try writer.opaque(value, prefix, in: bounds)
        return value
    }

    @inlinable
    mutating func nested<Field: TLSCodable>(
        _ field: (Whole) throws(CodecError) -> Field
    ) throws(CodecError) -> Field {
        let value = try field(whole)
        try value.encode(into: &writer)
        return value
    }

    @inlinable
    mutating func vector<Element: TLSCodable>(
        _ prefix: LengthPrefix, _ field: (Whole) throws(CodecError) -> [Element]
    ) throws(CodecError) -> [Element] {
        let value = try field(whole)
        try writer.vector(value, prefix)
        return value
    }
}
