extension SecretBytes {
    /// Copies all of `bytes` to `offset`, where there must be room for them.
    package mutating func write(_ bytes: Span<UInt8>, at offset: Int) {
        precondition(offset >= 0 && bytes.count <= byteCount - offset)
        unsafe bytes.withPointer { source, count in
            unsafe (base + offset).copyMemory(from: source, byteCount: count)
        }
    }
}
