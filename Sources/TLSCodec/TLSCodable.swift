/// What has one encoding in the TLS presentation language (RFC 8446 §3, RFC 9420 §2.1).
///
/// A structure of several fields is a ``TLSStruct`` and names them once; conform directly only where there is a reason,
/// such as a single number or a value that keeps its bytes.
public protocol TLSCodable {
    /// Takes one value from the front of `reader` and leaves the rest.
    ///
    /// - Throws: what the reader throws, or ``CodecError/invalidValue``.
    init(from reader: inout Reader) throws(CodecError)

    /// Appends the value. After a throw the writer holds part of it, or nothing: drop it.
    ///
    /// - Throws: ``CodecError/lengthOutOfBounds`` or ``CodecError/invalidValue`` if the value breaks the rules of its
    ///   own structure.
    func encode(into writer: inout Writer) throws(CodecError)
}

extension TLSCodable {
    /// Decodes all of `bytes`: one byte too many is an error.
    @inlinable
    public init(decoding bytes: [UInt8]) throws(CodecError) {
        var reader = Reader(bytes)
        try self.init(from: &reader)
        try reader.finish()
    }

    /// Decodes all of `bytes`: one byte too many is an error.
    @inlinable
    public init(decoding bytes: Span<UInt8>) throws(CodecError) {
        var reader = Reader(bytes)
        try self.init(from: &reader)
        try reader.finish()
    }

    /// - Throws: ``CodecError/lengthOutOfBounds`` or ``CodecError/invalidValue`` if the value breaks the rules of its
    ///   own structure.
    @inlinable
    public func encoded() throws(CodecError) -> [UInt8] {
        // Most messages are a few hundred bytes long: growing there in steps would take longer than writing.
        var writer = Writer(reserving: 224)
        try encode(into: &writer)
        return writer.bytes
    }
}
