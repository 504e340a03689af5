/// Takes fields of the TLS presentation language (RFC 8446 §3, RFC 9420 §2.1) from the front of a byte array.
///
/// Never traps, whatever the bytes. A length is compared with what is left before anything is allocated: what is read
/// takes memory in proportion to the input, however it lies. After a throw the reader stands somewhere inside the field:
/// drop it.
///
/// It shares an array instead of borrowing a span: a borrowing reader would be `~Escapable`, and then neither a
/// generic visitor nor a message that arrives in pieces could hold one without experimental features.
public struct Reader: Sendable {
    @usableFromInline let storage: [UInt8]
    @usableFromInline var place: Int
    @usableFromInline var end: Int

    /// Shares `bytes`, without a copy.
    public init(_ bytes: [UInt8]) {
        storage = bytes
        place = 0
        end = bytes.count
    }

    /// Copies `bytes` once. Check their count first where a limit is known.
    public init(_ bytes: Span<UInt8>) {
        self.init([UInt8](copying: bytes))
    }

    /// How many bytes have been taken.
    public var position: Int { place }

    public var remainingByteCount: Int { end - place }

    /// The end of the outermost structure.
    ///
    /// - Throws: ``CodecError/trailingBytes`` if anything is left.
    public func finish() throws(CodecError) {
        guard place == end else { throw .trailingBytes }
    }

    /// The end of the outermost structure, where zeros may follow it (RFC 9420 §6.3.1).
    ///
    /// - Throws: ``CodecError/invalidValue`` if anything else is left: padding would be a covert channel.
    public func finishPadding() throws(CodecError) {
        for index in place..<end where storage[index] != 0 { throw .invalidValue }
    }

    /// Takes an unsigned integer, most significant byte first, of as many bytes as its type has.
    @inlinable
    public mutating func integer<Value: FixedWidthInteger & UnsignedInteger>(
        _ type: Value.Type = Value.self
    ) throws(CodecError) -> Value {
        let byteCount = Value.bitWidth / 8
        guard byteCount <= end - place else { throw .truncated }
        var value: UInt64 = 0
        for index in place..<(place + byteCount) { value = value << 8 | UInt64(storage[index]) }
        place += byteCount
        return Value(truncatingIfNeeded: value)
    }

    /// Takes `byteCount` bytes that have no length before them: `opaque x[n]`.
    public mutating func fixed(_ byteCount: Int) throws(CodecError) -> [UInt8] {
        guard byteCount >= 0, byteCount <= end - place else { throw .truncated }
        defer { place += byteCount }
        return Array(storage[place..<(place + byteCount)])
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

    /// Takes structures one after another, with the bytes that they take together before them: `Element x<V>`.
    ///
    /// - Throws: ``CodecError/lengthOutOfBounds`` for an element of no bytes, of which any number would fit.
    @inlinable
    public mutating func vector<Element: TLSCodable>(
        _ prefix: LengthPrefix, of type: Element.Type = Element.self
    ) throws(CodecError) -> [Element] {
        let outerEnd = try narrow(to: try length(prefix))
        var elements: [Element] = []
        while place < end {
            let start = place
            elements.append(try Element(from: &self))
            guard place > start else { throw .lengthOutOfBounds }
        }
        end = outerEnd
        return elements
    }

    /// The bytes taken since `start`, a ``position`` noted before: what a signature or a hash covers, without encoding
    /// it again. None, if that place isn't behind this reader.
    public func bytes(since start: Int) -> [UInt8] {
        start >= 0 && start < place ? Array(storage[start..<place]) : []
    }

    /// Ends this reader after the next `byteCount` bytes.
    ///
    /// - Returns: where it ended before.
    @usableFromInline
    mutating func narrow(to byteCount: Int) throws(CodecError) -> Int {
        guard byteCount >= 0, byteCount <= end - place else { throw .truncated }
        defer { end = place + byteCount }
        return end
    }

    /// Takes a length alone. It isn't yet compared with what is left.
    @usableFromInline
    package mutating func length(_ prefix: LengthPrefix) throws(CodecError) -> Int {
        switch prefix {
        case .uint8: Int(try integer(UInt8.self))
        case .uint16: Int(try integer(UInt16.self))
        case .uint32: Int(clamping: try integer(UInt32.self))
        case .variable: try variableLength()
        }
    }

    private mutating func variableLength() throws(CodecError) -> Int {
        let first = try integer(UInt8.self)
        let following = try VariableLength.followingByteCount(first)
        guard following <= end - place else { throw .truncated }
        var number = UInt32(first)
        for index in place..<(place + following) { number = number << 8 | UInt32(storage[index]) }
        place += following
        return try VariableLength.value(number, followingByteCount: following)
    }
}
