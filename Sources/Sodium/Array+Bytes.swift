extension [UInt8] {
    /// `count` bytes that `fill` writes, all of them.
    @unsafe init(count: Int, writtenBy fill: (UnsafeMutablePointer<UInt8>) -> Void) {
        unsafe self.init(unsafeUninitializedCapacity: count) { buffer, initialized in
            if let base = buffer.baseAddress, count > 0 { unsafe fill(base) }
            initialized = count
        }
    }
}
