extension SecretBytes {
    /// Lends the bytes to write in place, for what is built up or sealed where it lies.
    public mutating func withMutableBytes<Result: ~Copyable, Failure: Error>(
        _ body: (inout MutableSpan<UInt8>) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        var span = unsafe MutableSpan(_unsafeStart: pointer, count: byteCount)
        return try body(&span)
    }
}
