/// A number with a name of its own, or a closed enumeration, in as many bytes as its raw type has.
///
/// Decoding a number that an enumeration doesn't have throws ``CodecError/invalidValue``.
public protocol TLSNumber: TLSCodable, RawRepresentable where RawValue: FixedWidthInteger & UnsignedInteger {}

extension TLSNumber {
    @inlinable
    public init(from reader: inout Reader) throws(CodecError) {
        guard let value = Self(rawValue: try reader.integer()) else { throw .invalidValue }
        self = value
    }

    @inlinable
    public func encode(into writer: inout Writer) throws(CodecError) { writer.integer(rawValue) }
}
