/// A value together with its encoding, so that what is signed, hashed and sent again isn't encoded again.
///
/// The bytes are those that were decoded, or what encoding gave: one value has one encoding, so both are the same.
public struct Encoded<Value: TLSCodable>: TLSCodable {
    public let value: Value
    public let bytes: [UInt8]

    /// Encodes `value`.
    @inlinable
    public init(_ value: Value) throws(CodecError) {
        self.value = value
        bytes = try value.encoded()
    }

    /// `bytes` must be the encoding of `value`: it isn't looked at again, and signatures would cover something else.
    @inlinable
    package init(_ value: Value, encodedAs bytes: [UInt8]) {
        self.value = value
        self.bytes = bytes
    }

    /// Decodes a value and keeps a copy of the bytes that it took.
    @inlinable
    public init(from reader: inout Reader) throws(CodecError) {
        let start = reader.position
        value = try Value(from: &reader)
        bytes = reader.bytes(since: start)
    }

    @inlinable
    public func encode(into writer: inout Writer) throws(CodecError) { writer.fixed(bytes) }
}

extension Encoded: Sendable where Value: Sendable {}

extension Encoded: Equatable where Value: Equatable {
    @inlinable
    public static func == (left: Encoded, right: Encoded) -> Bool { left.bytes == right.bytes }
}

extension Encoded: Hashable where Value: Hashable {
    @inlinable
    public func hash(into hasher: inout Hasher) { hasher.combine(bytes) }
}
