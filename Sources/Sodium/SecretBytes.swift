import CSodium

/// A secret of fixed length in memory of its own, wiped when the value is destroyed.
///
/// The bytes never move and are never copied by the language: the value is `~Copyable`, so it can't be printed,
/// compared or kept twice by accident. They are lent to a closure; whoever copies them out of it answers for the copy.
@safe public struct SecretBytes: ~Copyable, @unchecked Sendable {
    /// Where a secret lives.
    public enum Place: Sendable {
        /// One locked, guarded slab for keys that live long: not swapped, not in core dumps. A secret of more
        /// than 64 bytes doesn't fit a slot and lies on the heap.
        case slab
        /// Ordinary memory, for session keys and intermediate values, of which there may be many thousands.
        case heap
    }

    let base: UnsafeMutableRawPointer
    private let place: Place
    public let byteCount: Int

    /// A secret that `fill` writes. It finds zeros; a throwing `fill` leaves nothing behind.
    ///
    /// - Throws: what `fill` throws.
    public init<Failure: Error>(
        byteCount: Int, in place: Place = .heap, filledBy fill: (inout MutableSpan<UInt8>) throws(Failure) -> Void
    ) throws(Failure) {
        let made = SecretBytes(zeroed: byteCount, in: place)
        var span = unsafe MutableSpan(_unsafeStart: made.pointer, count: byteCount)
        try fill(&span)
        self = made
    }

    /// A secret that is a copy of `bytes`. The original is the caller's to wipe.
    public init(copying bytes: Span<UInt8>, in place: Place = .heap) {
        self.init(zeroed: bytes.count, in: place)
        unsafe bytes.withPointer { source, count in unsafe base.copyMemory(from: source, byteCount: count) }
    }

    /// A secret that is a copy of `bytes`. The original is the caller's to wipe.
    public init(copying bytes: [UInt8], in place: Place = .heap) {
        self.init(copying: bytes.span, in: place)
    }

    /// `byteCount` random bytes (libsodium's `randombytes_buf`: the system's generator).
    public static func random(byteCount: Int, in place: Place = .heap) -> SecretBytes {
        SodiumLibrary.start()
        let made = SecretBytes(zeroed: byteCount, in: place)
        unsafe randombytes_buf(made.base, byteCount)
        return made
    }

    /// Lends the bytes for the duration of `body`.
    public func withBytes<Result: ~Copyable, Failure: Error>(
        _ body: (Span<UInt8>) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        try unsafe body(Span(_unsafeStart: UnsafePointer(pointer), count: byteCount))
    }

    /// A second owner of the same secret. Each copy is wiped by itself.
    public func copy(in place: Place = .heap) -> SecretBytes {
        withBytes { bytes in SecretBytes(copying: bytes, in: place) }
    }

    var pointer: UnsafeMutablePointer<UInt8> { unsafe base.assumingMemoryBound(to: UInt8.self) }

    init(zeroed byteCount: Int, in place: Place = .heap) {
        self.byteCount = byteCount
        self.place = byteCount > SecretSlab.slotByteCount ? .heap : place
        switch self.place {
        case .slab: unsafe base = SecretSlab.shared.take()
        case .heap:
            unsafe base = UnsafeMutableRawPointer.allocate(byteCount: max(byteCount, 1), alignment: 16)
            unsafe sodium_memzero(base, byteCount)
        }
    }

    deinit {
        unsafe sodium_memzero(base, byteCount)
        switch place {
        case .slab: unsafe SecretSlab.shared.giveBack(base)
        case .heap: unsafe base.deallocate()
        }
    }
}
