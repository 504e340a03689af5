public import Sodium

/// 32 secret bytes that both sides hold beforehand (revision 34 §9), wiped when the last reference goes.
///
/// It must be a key, not a password: whoever records a handshake can try passwords at leisure.
public final class PreSharedKey: Sendable {
    private let secret: SecretBytes

    /// - Throws: ``NoiseError/wrongPreSharedKeyLength`` unless `secret` is 32 bytes long.
    public init(_ secret: consuming SecretBytes) throws(NoiseError) {
        guard secret.byteCount == NoiseLimits.preSharedKeyByteCount else { throw .wrongPreSharedKeyLength }
        self.secret = secret
    }

    /// A copy of `bytes`, which stay the caller's to wipe.
    ///
    /// - Throws: ``NoiseError/wrongPreSharedKeyLength`` unless `bytes` is 32 bytes long.
    public convenience init(copying bytes: Span<UInt8>) throws(NoiseError) {
        try self.init(SecretBytes(copying: bytes))
    }

    /// A copy of `bytes`, which stay the caller's to wipe.
    ///
    /// - Throws: ``NoiseError/wrongPreSharedKeyLength`` unless `bytes` is 32 bytes long.
    public convenience init(copying bytes: [UInt8]) throws(NoiseError) { try self.init(copying: bytes.span) }

    /// Lends the 32 bytes.
    func withBytes<Result: ~Copyable, Failure: Error>(
        _ body: (Span<UInt8>) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        try secret.withBytes(body)
    }
}
