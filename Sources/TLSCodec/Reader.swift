/// Takes fields of the TLS presentation language (RFC 8446 §3, RFC 9420 §2.1) from the front of a byte array.
///
/// Never traps, whatever the bytes. A length is compared with what is left before anything is allocated, so a reader
/// never holds more memory than its input. After a throw the reader stands somewhere inside the field: drop it.
///
/// It shares an array instead of borrowing a span: a borrowing reader would be `~Escapable`, and then neither a
/// generic visitor nor a message that arrives in pieces could hold one without experimental features.
public struct Reader: Sendable {
    @usableFromInline let storage: [UInt8]
    @usableFromInline var position: Int
    @usableFromInline let end: Int

    /// Shares `bytes`, without a copy.
    public init(_ bytes: [UInt8]) {
        storage = bytes
        position = 0
        end = bytes.count
    }

    /// Copies `bytes` once. Check their count first where a limit is known.
    public init(_ bytes: Span<UInt8>) {
        self.init([UInt8](copying: bytes))
    }

    public var remainingByteCount: Int { end - position }

    /// The end of the outermost structure.
    ///
    /// - Throws: ``CodecError/trailingBytes`` if anything is left.
    public func finish() throws(CodecError) {
        guard position == end else { throw .trailingBytes }
    }

    /// Takes an unsigned integer, most significant byte first, of as many bytes as its type has.
    @inlinable
    public mutating func integer<Value: FixedWidthInteger & UnsignedInteger>(
        _ type: Value.Type = Value.self
    ) throws(CodecError) -> Value {
        let byteCount = Value.bitWidth / 8
        guard byteCount <= end - position else { throw .truncated }
        var value: UInt64 = 0
        for index in position..<(position + byteCount) { value = value << 8 | UInt64(storage[index]) }
        position += byteCount
        return Value(truncatingIfNeeded: value)
    }

    /// Takes `byteCount` bytes that have no length before them: `opaque x[n]`.
    public mutating func fixed(_ byteCount: Int) throws(CodecError) -> [UInt8] {
        guard byteCount >= 0, byteCount <= end - position else { throw .truncated }
        defer { position += byteCount }
        return Array(storage[position..<(position + byteCount)])
    }

    /// Takes bytes that have their length before them.
    ///
    /// - Throws: ``CodecError/lengthOutOfBounds`` for a length outside `bounds`, before anything is taken.
    public mutating func opaque(
        _ prefix: LengthPrefix, in bounds: ClosedRange<Int> = 0...Int.max
    ) throws(CodecError) -> [UInt8] {
        let count = try length(prefix)
        guard bounds.contains(count) else { throw .lengthOutOfBounds }
        return try fixed(count)
    }

    /// Takes a length alone. It isn't yet compared with what is left.
    public mutating func length(_ prefix: LengthPrefix) throws(CodecError) -> Int {
        switch prefix {
        case .uint8: Int(try integer(UInt8.self))
        case .uint16: Int(try integer(UInt16.self))
        case .uint32: Int(clamping: try integer(UInt32.self))
        case .variable: try variableLength()
        }
    }

    /// RFC 9420 §2.1.2. Two encodings of one length would let two members sign different bytes for one message.
    private mutating func variableLength() throws(CodecError) -> Int {
        let first = try integer(UInt8.self)
        var count = Int(first & 0x3F)
        switch first >> 6 {
        case 0: return count
        case 1:
            count = count << 8 | Int(try integer(UInt8.self))
            guard count > 0x3F else { throw .nonMinimalLength }
        case 2:
            for _ in 0..<3 { count = count << 8 | Int(try integer(UInt8.self)) }
            guard count > 0x3FFF else { throw .nonMinimalLength }
        default: throw .reservedLengthForm
        }
        return count
    }
}
