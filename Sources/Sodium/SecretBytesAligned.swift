import CSodium

/// Working memory of a hash, aligned as libsodium's states ask, wiped at the end.
///
/// Ordinary memory with room to align in: the allocator's own aligned memory costs several times as much, and a
/// handshake takes some twenty of these.
@safe struct SecretBytesAligned: ~Copyable, @unchecked Sendable {
    let base: UnsafeMutableRawPointer
    private let allocation: UnsafeMutableRawPointer
    private let byteCount: Int

    init(byteCount: Int) {
        self.byteCount = byteCount
        let naturalAlignment = 16
        let slack = RawHash.alignment - naturalAlignment
        unsafe allocation = UnsafeMutableRawPointer.allocate(
            byteCount: byteCount + slack, alignment: naturalAlignment)
        unsafe base = allocation.alignedUp(toMultipleOf: RawHash.alignment)
    }

    deinit {
        unsafe sodium_memzero(base, byteCount)
        unsafe allocation.deallocate()
    }
}
