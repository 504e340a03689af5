/// A hash of another library that is fed raw buffers only: a seam, so that no other room touches pointers.
package protocol TakesRawBytes {
    mutating func update(bufferPointer: UnsafeRawBufferPointer)
}

extension TakesRawBytes {
    @inlinable package mutating func update(_ bytes: Span<UInt8>) {
        unsafe bytes.withUnsafeBytes { unsafe update(bufferPointer: $0) }
    }
}
