import CSodium

/// libsodium, set up once before its first use in this process.
enum SodiumLibrary {
    /// Picks the fastest implementations and opens the random source. Everything that makes a key or draws
    /// randomness touches this first; without it libsodium is correct but slow, and its random source not thread-safe.
    static let isReady: Bool = sodium_init() >= 0

    @inline(__always) static func start() {
        precondition(isReady, "libsodium has no source of randomness on this machine")
    }
}
