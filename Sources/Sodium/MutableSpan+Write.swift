extension MutableSpan<UInt8> {
    /// Copies all of `source` to `offset`.
    mutating func write(_ source: Span<UInt8>, at offset: Int) {
        precondition(offset >= 0 && source.count <= count - offset)
        for index in source.indices { self[offset + index] = source[index] }
    }

    /// Lends a pointer that is never null. The body writes at most `count` bytes.
    @unsafe @inline(__always)
    mutating func withPointer<Result>(_ body: (UnsafeMutablePointer<UInt8>) -> Result) -> Result {
        unsafe withUnsafeMutableBufferPointer { buffer in
            if let base = buffer.baseAddress { return unsafe body(base) }
            var nothing: UInt8 = 0
            return unsafe body(&nothing)
        }
    }
}
