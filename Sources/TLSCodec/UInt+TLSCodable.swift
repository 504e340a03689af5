/// So that vectors of numbers are vectors like others.
extension UInt16: TLSCodable {
    @inlinable
    public init(from reader: inout Reader) throws(CodecError) { self = try reader.integer() }

    @inlinable
    public func encode(into writer: inout Writer) throws(CodecError) { writer.integer(self) }
}
