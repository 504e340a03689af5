import CSodium

/// Working memory of a hash, aligned as libsodium's states ask, wiped at the end.
@safe struct SecretBytesAligned: ~Copyable, @unchecked Sendable {
    let base: UnsafeMutableRawPointer
    private let byteCount: Int

    init(byteCount: Int) {
        self.byteCount = byteCount
        unsafe base = UnsafeMutableRawPointer.allocate(byteCount: byteCount, alignment: RawHash.alignment)
    }

    deinit {
        unsafe sodium_memzero(base, byteCount)
        unsafe base.deallocate()
    }
}
