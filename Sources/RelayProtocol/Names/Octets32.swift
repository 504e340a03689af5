import TLSCodec

/// 32 public bytes held in place: no allocation, a cheap dictionary key. Not for secrets: compared in variable time.
struct Octets32: Sendable, Hashable, TLSCodable {
    static let byteCount = 32

    private let words: (UInt64, UInt64, UInt64, UInt64)

    /// Nothing unless there are 32.
    init?(_ bytes: [UInt8]) {
        guard bytes.count == Self.byteCount else { return nil }
        words = (Self.word(0, of: bytes), Self.word(1, of: bytes), Self.word(2, of: bytes), Self.word(3, of: bytes))
    }

    init(from reader: inout Reader) throws(CodecError) {
        words = (try reader.integer(), try reader.integer(), try reader.integer(), try reader.integer())
    }

    func encode(into writer: inout Writer) throws(CodecError) {
        writer.integer(words.0)
        writer.integer(words.1)
        writer.integer(words.2)
        writer.integer(words.3)
    }

    var bytes: [UInt8] {
        [UInt8](bigEndian: [words.0, words.1, words.2, words.3])
    }

    static func == (left: Octets32, right: Octets32) -> Bool { left.words == right.words }

    func hash(into hasher: inout Hasher) {
        hasher.combine(words.0)
        hasher.combine(words.1)
        hasher.combine(words.2)
        hasher.combine(words.3)
    }

    private static func word(_ number: Int, of bytes: [UInt8]) -> UInt64 {
        bytes[(number * 8)..<(number * 8 + 8)].reduce(0) { $0 << 8 | UInt64($1) }
    }
}

extension [UInt8] {
    /// The words' bytes, most significant first.
    fileprivate init(bigEndian words: [UInt64]) {
        self = []
        reserveCapacity(words.count * 8)
        for word in words {
            for shift in stride(from: UInt64(56), through: 0, by: -8) {
                append(UInt8(truncatingIfNeeded: word >> shift))
            }
        }
    }
}
