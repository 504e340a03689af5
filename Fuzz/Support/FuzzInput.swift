/// The bytes that the fuzzer chose, taken from the front. Past their end they are zeros, so that short inputs mean
/// something too.
package struct FuzzInput {
    private let bytes: [UInt8]
    private var position = 0

    package init(_ start: UnsafePointer<UInt8>?, _ count: Int) {
        bytes = Array(UnsafeBufferPointer(start: start, count: count))
    }

    package var isAtEnd: Bool { position >= bytes.count }

    package mutating func byte() -> UInt8 {
        guard !isAtEnd else { return 0 }
        defer { position += 1 }
        return bytes[position]
    }

    package mutating func flag() -> Bool { byte() & 1 == 1 }

    package mutating func uint16() -> Int { Int(byte()) << 8 | Int(byte()) }

    package mutating func uint64() -> UInt64 { (0..<8).reduce(0) { value, _ in value << 8 | UInt64(byte()) } }

    /// As many as there are, at most `count`.
    package mutating func take(_ count: Int) -> [UInt8] {
        let end = min(position + count, bytes.count)
        defer { position = end }
        return Array(bytes[position..<end])
    }

    /// All that is left.
    package mutating func rest() -> [UInt8] { take(bytes.count) }
}
