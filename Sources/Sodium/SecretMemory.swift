import CSodium

/// What a program may ask about the memory in which its long-lived keys lie.
public enum SecretMemory {
    /// Whether the long-lived keys made so far are locked into memory.
    ///
    /// `false` means that the process may not lock enough (`ulimit -l`): keys could reach a swap file.
    public static var isLocked: Bool { SecretSlab.shared.isLocked }

    /// Zeroes the next `byteCount` bytes of the stack, where calls that have returned may have left secrets in frames
    /// that nobody can name. Some tens of KiB are safe on any thread.
    package static func wipeStack(byteCount: Int) {
        precondition(byteCount >= 0)
        sodium_stackzero(byteCount)
    }
}
