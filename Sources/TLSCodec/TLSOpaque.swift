/// Bytes with a name of their own: `opaque Name<V>` (RFC 9420 §2.1.2).
public protocol TLSOpaque: TLSCodable {
    var bytes: [UInt8] { get }

    init(_ bytes: [UInt8])
}

extension TLSOpaque {
    @inlinable
    public init(from reader: inout Reader) throws(CodecError) { self.init(try reader.opaque(.variable)) }

    @inlinable
    public func encode(into writer: inout Writer) throws(CodecError) { try writer.opaque(bytes, .variable) }
}
