/// `optional<T>` (RFC 9420 §2.1.1): a byte 0, or a byte 1 and the value.
///
/// Another first byte is ``CodecError/invalidValue``: two encodings of one value would let two members sign different
/// bytes for it.
extension Optional: TLSCodable where Wrapped: TLSCodable {
    @inlinable
    public init(from reader: inout Reader) throws(CodecError) {
        switch try reader.integer(UInt8.self) {
        case 0: self = nil
        case 1: self = try Wrapped(from: &reader)
        default: throw .invalidValue
        }
    }

    @inlinable
    public func encode(into writer: inout Writer) throws(CodecError) {
        writer.integer(self == nil ? 0 as UInt8 : 1)
        try self?.encode(into: &writer)
    }
}
