import MLS
import Sodium

/// What opens one sealed snapshot: drawn for it alone.
package struct SnapshotKey: Sendable {
    static let byteCount = AEADAlgorithm.keyByteCount

    private let secret: Secret

    init(random: RandomSource) { secret = Secret(random.secret(byteCount: Self.byteCount)) }

    /// Nothing unless there are 32 bytes. The original is the caller's to wipe.
    init?(copying bytes: Span<UInt8>) {
        guard bytes.count == Self.byteCount else { return nil }
        secret = Secret(copying: bytes)
    }

    /// As another's secret, opened.
    init?(_ secret: Secret) {
        guard secret.byteCount == Self.byteCount else { return nil }
        self.secret = secret
    }

    /// The nonce is 24 bytes long.
    func seal(_ plaintext: [UInt8], nonce: [UInt8], authenticating data: [UInt8]) -> [UInt8] {
        do throws(SodiumError) {
            return try secret.withBytes { (key) throws(SodiumError) in
                try AEADAlgorithm.xChaCha20Poly1305.seal(
                    plaintext.span, key: key, nonce: nonce.span, authenticating: data.span)
            }
        } catch {
            preconditionFailure("key and nonce are as long as the algorithm's")
        }
    }

    /// - Throws: ``MLSError/doesNotOpen``.
    func open(_ sealed: [UInt8], nonce: [UInt8], authenticating data: [UInt8]) throws(MLSError) -> SecretBytes {
        do throws(SodiumError) {
            return try secret.withBytes { (key) throws(SodiumError) in
                try AEADAlgorithm.xChaCha20Poly1305.open(
                    sealed.span, key: key, nonce: nonce.span, authenticating: data.span)
            }
        } catch { throw .doesNotOpen }
    }

    func withBytes<Result: ~Copyable, Failure: Error>(
        _ body: (Span<UInt8>) throws(Failure) -> Result
    ) throws(Failure) -> Result { try secret.withBytes(body) }
}
