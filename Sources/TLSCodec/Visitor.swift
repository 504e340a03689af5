/// Walks the fields of a ``TLSStruct`` in the order of the wire: one conformer reads them, the other writes them.
///
/// Each verb takes a closure that finds the field in a whole structure. A writing visitor calls it, writes the field
/// and returns it; a reading visitor doesn't call it and returns what stands on the wire. Use the verbs only inside
/// `init(fields:)`.
public protocol Visitor<Whole> {
    /// The structure whose fields are visited.
    associatedtype Whole

    /// An unsigned integer, big-endian.
    mutating func integer<Value: FixedWidthInteger & UnsignedInteger>(
        _ field: (Whole) throws(CodecError) -> Value
    ) throws(CodecError) -> Value

    /// `opaque x[byteCount]`.
    mutating func fixed(
        _ byteCount: Int, _ field: (Whole) throws(CodecError) -> [UInt8]
    ) throws(CodecError) -> [UInt8]

    /// `opaque x<bounds>` (RFC 8446 §3) or `opaque x<V>` (RFC 9420 §2.1.2), as `prefix` says.
    mutating func opaque(
        _ prefix: LengthPrefix, in bounds: ClosedRange<Int>, _ field: (Whole) throws(CodecError) -> [UInt8]
    ) throws(CodecError) -> [UInt8]

    /// A value inside this one, without a length of its own: a structure, a number with a name, an enumeration.
    mutating func nested<Field: TLSCodable>(
        _ field: (Whole) throws(CodecError) -> Field
    ) throws(CodecError) -> Field

    /// `Element x<V>`: structures one after another, with the bytes that they take together before them.
    mutating func vector<Element: TLSCodable>(
        _ prefix: LengthPrefix, _ field: (Whole) throws(CodecError) -> [Element]
    ) throws(CodecError) -> [Element]
}

extension Visitor {
    @inlinable
    public mutating func uint8(_ field: (Whole) throws(CodecError) -> UInt8) throws(CodecError) -> UInt8 {
        try integer(field)
    }

    @inlinable
    public mutating func uint16(_ field: (Whole) throws(CodecError) -> UInt16) throws(CodecError) -> UInt16 {
        try integer(field)
    }

    @inlinable
    public mutating func uint32(_ field: (Whole) throws(CodecError) -> UInt32) throws(CodecError) -> UInt32 {
        try integer(field)
    }

    @inlinable
    public mutating func uint64(_ field: (Whole) throws(CodecError) -> UInt64) throws(CodecError) -> UInt64 {
        try integer(field)
    }

    /// A byte 0 or 1: of any other, decoding throws ``CodecError/invalidValue``.
    @inlinable
    public mutating func flag(_ field: (Whole) throws(CodecError) -> Bool) throws(CodecError) -> Bool {
        switch try uint8({ (whole) throws(CodecError) in try field(whole) ? 1 : 0 }) {
        case 0: return false
        case 1: return true
        default: throw .invalidValue
        }
    }

    /// `optional<Field>` (RFC 9420 §2.1.1): a byte 0, or a byte 1 and the structure.
    @inlinable
    public mutating func optional<Field: TLSCodable>(
        _ field: (Whole) throws(CodecError) -> Field?
    ) throws(CodecError) -> Field? {
        try nested(field)
    }

    /// An opaque vector bounded by nothing but what its prefix can say.
    @inlinable
    public mutating func opaque(
        _ prefix: LengthPrefix, _ field: (Whole) throws(CodecError) -> [UInt8]
    ) throws(CodecError) -> [UInt8] {
        try opaque(prefix, in: 0...Int.max, field)
    }
}
