extension [UInt8] {
    /// Appends borrowed bytes, all at once. For a secret, the array isn't wiped.
    package mutating func append(copying bytes: Span<UInt8>) {
        unsafe bytes.withUnsafeBufferPointer { bytes in unsafe append(contentsOf: bytes) }
    }
}
