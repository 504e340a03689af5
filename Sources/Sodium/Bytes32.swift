/// 32 public bytes held in place: no allocation, equal in constant time, a cheap dictionary key.
struct Bytes32: Sendable, Hashable {
    static let byteCount = 32
    private var words: InlineArray<4, UInt64>

    init?(copying bytes: Span<UInt8>) {
        guard bytes.count == Self.byteCount else { return nil }
        words = .init { (word: Int) -> UInt64 in
            var value: UInt64 = 0
            for index in 0..<8 { value |= UInt64(bytes[word * 8 + index]) << UInt64(index * 8) }
            return value
        }
    }

    var array: [UInt8] {
        unsafe withPointer { bytes in unsafe [UInt8](UnsafeBufferPointer(start: bytes, count: Self.byteCount)) }
    }

    static func == (left: Bytes32, right: Bytes32) -> Bool {
        (left.words[0] ^ right.words[0]) | (left.words[1] ^ right.words[1])
            | (left.words[2] ^ right.words[2]) | (left.words[3] ^ right.words[3]) == 0
    }

    func hash(into hasher: inout Hasher) {
        for index in 0..<4 { hasher.combine(words[index]) }
    }

    /// Lends the bytes as C wants them.
    @unsafe func withPointer<Result>(_ body: (UnsafePointer<UInt8>) -> Result) -> Result {
        var littleEndian = InlineArray<4, UInt64> { (word: Int) -> UInt64 in words[word].littleEndian }
        return unsafe withUnsafePointer(to: &littleEndian) { pointer in
            unsafe pointer.withMemoryRebound(to: UInt8.self, capacity: Self.byteCount) { unsafe body($0) }
        }
    }
}
