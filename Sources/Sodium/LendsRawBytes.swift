/// Bytes of another library that lends them as a raw buffer only: a seam, so that no other room touches pointers.
package protocol LendsRawBytes {
    func withUnsafeBytes<Result>(_ body: (UnsafeRawBufferPointer) throws -> Result) rethrows -> Result
}

extension LendsRawBytes {
    @inlinable package var byteCount: Int { unsafe withUnsafeBytes { $0.count } }

    /// Copies as much as `output` takes from `offset` on.
    @inlinable package func copy(into output: inout MutableSpan<UInt8>, at offset: Int = 0) {
        unsafe withUnsafeBytes { source in
            let count = min(source.count, output.count - offset)
            guard count > 0 else { return }
            unsafe output.withUnsafeMutableBytes { target in
                unsafe UnsafeMutableRawBufferPointer(rebasing: target[offset...]).copyMemory(
                    from: UnsafeRawBufferPointer(rebasing: source[..<count]))
            }
        }
    }
}
