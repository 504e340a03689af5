import Sodium

extension [UInt8] {
    /// The bytes of a span as an array of their own. For a secret, ``wipe()`` it.
    init(copying bytes: Span<UInt8>) {
        self.init(capacity: bytes.count) { output in
            for index in bytes.indices { output.append(bytes[index]) }
        }
    }

    /// Zeroes the bytes. The array must be the only holder of them, or a copy is zeroed.
    mutating func wipe() {
        var span = mutableSpan
        span.wipe()
    }
}
