/// Walks borrowed bytes and gives the places of its fields: for secrets, which an array would copy and leave behind.
///
/// Every verb takes the same span again. Never traps; a length is compared with what is left before anything is done
/// with it.
public struct Cursor: Sendable {
    /// How many bytes have been passed.
    public private(set) var position = 0

    public init() {}

    /// Passes an unsigned integer, most significant byte first.
    public mutating func integer<Value: FixedWidthInteger & UnsignedInteger>(
        _ type: Value.Type = Value.self, in bytes: Span<UInt8>
    ) throws(CodecError) -> Value {
        let place = try fixed(Value.bitWidth / 8, in: bytes)
        var value: UInt64 = 0
        for index in place { value = value << 8 | UInt64(bytes[index]) }
        return Value(truncatingIfNeeded: value)
    }

    /// Passes `byteCount` bytes and says where they lie.
    public mutating func fixed(_ byteCount: Int, in bytes: Span<UInt8>) throws(CodecError) -> Range<Int> {
        guard byteCount >= 0, byteCount <= bytes.count - position else { throw .truncated }
        defer { position += byteCount }
        return position..<(position + byteCount)
    }

    /// Passes bytes that have their length before them and says where they lie.
    public mutating func opaque(_ prefix: LengthPrefix, in bytes: Span<UInt8>) throws(CodecError) -> Range<Int> {
        let count = try length(prefix, in: bytes)
        return try fixed(count, in: bytes)
    }

    /// Passes a length alone. It isn't yet compared with what is left.
    private mutating func length(_ prefix: LengthPrefix, in bytes: Span<UInt8>) throws(CodecError) -> Int {
        switch prefix {
        case .uint8: return Int(try integer(UInt8.self, in: bytes))
        case .uint16: return Int(try integer(UInt16.self, in: bytes))
        case .uint32: return Int(clamping: try integer(UInt32.self, in: bytes))
        case .variable:
            let first = try integer(UInt8.self, in: bytes)
            let following = try VariableLength.followingByteCount(first)
            var number = UInt32(first)
            for index in try fixed(following, in: bytes) { number = number << 8 | UInt32(bytes[index]) }
            return try VariableLength.value(number, followingByteCount: following)
        }
    }

    /// - Throws: ``CodecError/trailingBytes`` if anything is left.
    public func finish(in bytes: Span<UInt8>) throws(CodecError) {
        guard position == bytes.count else { throw .trailingBytes }
    }
}
