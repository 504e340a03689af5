/// The sizes that revision 34 sets.
public enum NoiseLimits {
    /// A handshake or transport message, keys and tags included (§3).
    public static let messageByteCountMax = 65_535
    /// The plaintext of a transport message.
    public static let plaintextByteCountMax = messageByteCountMax - tagByteCount
    /// What sealing adds (§4.2).
    public static let tagByteCount = 16
    /// A protocol name (§8).
    public static let nameByteCountMax = 255
    /// A pre-shared key (§9).
    public static let preSharedKeyByteCount = 32

    /// A public key of 25519 (DHLEN, §12.1).
    static let publicKeyByteCount = 32
    /// A cipher key (§4.2).
    static let cipherKeyByteCount = 32
}
