import CSodium

/// Unpredictable bytes from the system's generator, for values that aren't secret themselves (salts, tokens, ids).
///
/// For keys use ``SecretBytes/random(byteCount:in:)``, which wipes what it drew.
public enum RandomBytes {
    /// `count` bytes. A negative count traps: it is the program's own, never one from outside.
    public static func array(count: Int) -> [UInt8] {
        SodiumLibrary.start()
        return unsafe [UInt8](count: count) { base in unsafe randombytes_buf(base, count) }
    }

    /// A number below `bound`, each equally likely. `bound` 0 gives 0.
    public static func uniform(below bound: UInt32) -> UInt32 {
        SodiumLibrary.start()
        return randombytes_uniform(bound)
    }
}
