extension MutableSpan<UInt8> {
    /// Copies all of `source` to the start; there is room for it.
    mutating func copy(_ source: Span<UInt8>) {
        for index in source.indices { self[index] = source[index] }
    }
}

extension [UInt8] {
    init(copying bytes: Span<UInt8>) {
        self.init(repeating: 0, count: bytes.count)
        var copy = mutableSpan
        copy.copy(bytes)
    }
}
