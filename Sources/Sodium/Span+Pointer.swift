extension Span<UInt8> {
    /// Lends a pointer that is never null, as most of libsodium's parameters ask, also for no bytes at all.
    @unsafe @inline(__always)
    func withPointer<Result>(_ body: (_ base: UnsafePointer<UInt8>, _ count: Int) -> Result) -> Result {
        unsafe withUnsafeBufferPointer { buffer in
            if let base = buffer.baseAddress { return unsafe body(base, buffer.count) }
            var nothing: UInt8 = 0
            return unsafe body(&nothing, 0)
        }
    }
}
