import CSodium

/// The C states of the three hashes behind one set of verbs, in memory that the caller lends and wipes.
@safe struct RawHash {
    static let stateByteCount = 384
    static let alignment = 64

    let algorithm: HashAlgorithm
    let memory: UnsafeMutableRawPointer

    func start() {
        switch algorithm {
        case .blake2b: _ = unsafe crypto_generichash_blake2b_init(blake2b, nil, 0, 64)
        case .sha256: _ = unsafe crypto_hash_sha256_init(sha256)
        case .sha512: _ = unsafe crypto_hash_sha512_init(sha512)
        }
    }

    func update(_ bytes: Span<UInt8>) {
        unsafe bytes.withPointer { base, count in unsafe update(base, count) }
    }

    func update(_ bytes: UnsafePointer<UInt8>, _ byteCount: Int) {
        let count = UInt64(byteCount)
        switch algorithm {
        case .blake2b: _ = unsafe crypto_generichash_blake2b_update(blake2b, bytes, count)
        case .sha256: _ = unsafe crypto_hash_sha256_update(sha256, bytes, count)
        case .sha512: _ = unsafe crypto_hash_sha512_update(sha512, bytes, count)
        }
    }

    /// Writes `algorithm.digestByteCount` bytes. The state is used up; `start()` begins a new one.
    func finish(into digest: UnsafeMutablePointer<UInt8>) {
        switch algorithm {
        case .blake2b: _ = unsafe crypto_generichash_blake2b_final(blake2b, digest, 64)
        case .sha256: _ = unsafe crypto_hash_sha256_final(sha256, digest)
        case .sha512: _ = unsafe crypto_hash_sha512_final(sha512, digest)
        }
    }

    func copyState(from other: RawHash) {
        unsafe memory.copyMemory(from: other.memory, byteCount: Self.stateByteCount)
    }

    /// Swift can't spell a C struct with this alignment, hence the opaque pointer.
    private var blake2b: OpaquePointer { unsafe OpaquePointer(memory) }
    private var sha256: UnsafeMutablePointer<crypto_hash_sha256_state> {
        unsafe memory.assumingMemoryBound(to: crypto_hash_sha256_state.self)
    }
    private var sha512: UnsafeMutablePointer<crypto_hash_sha512_state> {
        unsafe memory.assumingMemoryBound(to: crypto_hash_sha512_state.self)
    }
}
