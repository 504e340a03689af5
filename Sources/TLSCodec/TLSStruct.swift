/// A structure of the TLS presentation language whose fields are named once; both directions follow.
///
/// ```swift
/// struct Envelope: TLSStruct {
///     let kind: UInt16
///     let body: [UInt8]
///
///     init(fields v: inout some Visitor<Self>) throws(CodecError) {
///         kind = try v.uint16 { $0.kind }
///         body = try v.opaque(.variable) { $0.body }
///     }
/// }
/// ```
///
/// The field list is an initialiser rather than `mutating func fields(_:)`, so that no structure needs a blank value
/// to be decoded into: fields are `let`, and one left out of the list doesn't compile. The price is that writing
/// builds the structure a second time, a few reference counts. Checks written in the list hold in both directions.
public protocol TLSStruct: TLSCodable {
    /// Names every field in the order of the wire. Swift evaluates the assignments from the top: keep that order.
    ///
    /// - Throws: what the visitor throws, or ``CodecError/invalidValue`` for a value that the structure doesn't allow.
    init(fields v: inout some Visitor<Self>) throws(CodecError)
}

extension TLSStruct {
    @inlinable
    public init(from reader: inout Reader) throws(CodecError) {
        var visitor = ReadingVisitor<Self>(reader: reader)
        try self.init(fields: &visitor)
        reader = visitor.reader
    }

    @inlinable
    public func encode(into writer: inout Writer) throws(CodecError) {
        // Moved out, so that the writer's array has one owner and grows in place.
        var visitor = WritingVisitor(whole: self, writer: exchange(&writer, with: Writer()))
        _ = try Self(fields: &visitor)
        writer = visitor.writer
    }
}
