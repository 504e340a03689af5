public import Sodium

/// A key that signs what a member says (Ed25519 in every suite of this library), with its public half: a reference to
/// one secret, wiped when the last reference goes.
public final class SignatureSecretKey: Sendable {
    public static let seedByteCount = Ed25519.seedByteCount

    let key: Ed25519.SecretKey
    public let publicKey: SignaturePublicKey

    /// A new random key.
    public convenience init(random: RandomSource = .system) {
        let seed = random.secret(byteCount: Self.seedByteCount)
        do throws(SodiumError) {
            self.init(try seed.withBytes { (seed) throws(SodiumError) in try Ed25519.SecretKey(seed: seed) })
        } catch {
            preconditionFailure("a seed was drawn at its own length")
        }
    }

    /// The key of a seed that was stored; `nil` unless it is ``seedByteCount`` bytes long.
    public convenience init?(seed: Span<UInt8>) {
        do throws(SodiumError) { self.init(try Ed25519.SecretKey(seed: seed)) } catch { return nil }
    }

    /// The key of a seed that was stored; `nil` unless it is ``seedByteCount`` bytes long.
    public convenience init?(seed: [UInt8]) { self.init(seed: seed.span) }

    private init(_ key: Ed25519.SecretKey) {
        self.key = key
        publicKey = SignaturePublicKey(key.publicKey.bytes)
    }

    /// Lends the seed, for storing it.
    public func withSeed<Result: ~Copyable, Failure: Error>(
        _ body: (Span<UInt8>) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        try key.withSeed(body)
    }
}
