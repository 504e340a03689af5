/// Fills fields from the front of a reader; never looks at a whole structure.
@usableFromInline
struct ReadingVisitor<Whole>: Visitor {
    @usableFromInline var reader: Reader

    @usableFromInline
    init(reader: Reader) { self.reader = reader }

    @inlinable
    mutating func integer<Value: FixedWidthInteger & UnsignedInteger>(
        _ field: (Whole) throws(CodecError) -> Value
    ) throws(CodecError) -> Value {
        try reader.integer()
    }

    @inlinable
    mutating func fixed(
        _ byteCount: Int, _ field: (Whole) throws(CodecError) -> [UInt8]
    ) throws(CodecError) -> [UInt8] {
        try reader.fixed(byteCount)
    }

    @inlinable
    mutating func opaque(
        _ prefix: LengthPrefix, in bounds: ClosedRange<Int>, _ field: (Whole) throws(CodecError) -> [UInt8]
    ) throws(CodecError) -> [UInt8] {
        try reader.opaque(prefix, in: bounds)
    }

    @inlinable
    mutating func nested<Field: TLSCodable>(
        _ field: (Whole) throws(CodecError) -> Field
    ) throws(CodecError) -> Field {
        try Field(from: &reader)
    }

    @inlinable
    mutating func vector<Element: TLSCodable>(
        _ prefix: LengthPrefix, _ field: (Whole) throws(CodecError) -> [Element]
    ) throws(CodecError) -> [Element] {
        try reader.vector(prefix)
    }
}
