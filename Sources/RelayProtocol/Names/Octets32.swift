package import TLSCodec

/// 32 public bytes held in place: no allocation, a cheap dictionary key. Not for secrets: compared in variable time.
package struct Octets32: Sendable, Hashable, TLSCodable {
    static let byteCount = 32

    private let words: (UInt64, UInt64, UInt64, UInt64)

    /// Nothing unless there are 32.
    init?(_ bytes: [UInt8]) {
        guard bytes.count == Self.byteCount else { return nil }
        words = (Self.word(0, of: bytes), Self.word(1, of: bytes), Self.word(2, of: bytes), Self.word(3, of: bytes))
    }

    package init(from reader: inout Reader) throws(CodecError) {
        words = (try reader.integer(), try reader.integer(), try reader.integer(), try reader.integer())
    }

    package func encode(into writer: inout Writer) {
        writer.integer(words.0)
        writer.integer(words.1)
        writer.integer(words.2)
        writer.integer(words.3)
    }

    var bytes: [UInt8] {
        var writer = Writer(reserving: Self.byteCount)
        encode(into: &writer)
        return writer.bytes
    }

    package static func == (left: Octets32, right: Octets32) -> Bool { left.words == right.words }

    package func hash(into hasher: inout Hasher) {
        hasher.combine(words.0)
        hasher.combine(words.1)
        hasher.combine(words.2)
        hasher.combine(words.3)
    }

    private static func word(_ number: Int, of bytes: [UInt8]) -> UInt64 {
        var word: UInt64 = 0
        for index in (number * 8)..<(number * 8 + 8) { word = word << 8 | UInt64(bytes[index]) }
        return word
    }
}
