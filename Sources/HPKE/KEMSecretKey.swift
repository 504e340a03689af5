public import Sodium

/// A KEM's secret key with its public half: a reference to one secret, wiped when the last reference goes.
///
/// X-Wing keys also keep what they expand to, about 8 KB, in the memory of the library that works with it.
public final class KEMSecretKey: Sendable {
    enum Form: Sendable {
        case x25519(X25519.SecretKey)
        case xWing(XWing.SecretKey)
    }

    /// What others seal to: made with the secret, for it always fits.
    public let publicKey: KEMPublicKey
    let form: Form

    /// The KEM that it is a key of.
    public var kem: KEM { publicKey.kem }

    /// The key that `bytes` are. The original is the caller's to wipe.
    ///
    /// - Throws: ``HPKEError/wrongLength`` unless `bytes` has the KEM's length.
    public init(_ kem: KEM, copying bytes: Span<UInt8>) throws(HPKEError) {
        guard bytes.count == kem.secretKeyByteCount else { throw .wrongLength }
        switch kem {
        case .x25519:
            let key = try DHKEM.secretKey(copying: bytes)
            form = .x25519(key)
            publicKey = KEMPublicKey(made: key.publicKey.bytes, of: kem)
        case .xWing:
            let key = try XWing.SecretKey(seed: bytes)
            form = .xWing(key)
            publicKey = KEMPublicKey(made: key.publicKey, of: kem)
        }
    }

    /// The key that follows from secret input (DeriveKeyPair: RFC 9180 §7.1.3; for X-Wing draft-ietf-hpke-pq,
    /// by SHAKE256).
    ///
    /// - Throws: ``HPKEError/wrongLength`` for input shorter than a secret key: it can't hold enough entropy.
    public static func derive(_ kem: KEM, from ikm: Span<UInt8>) throws(HPKEError) -> KEMSecretKey {
        guard ikm.count >= kem.secretKeyByteCount else { throw .wrongLength }
        let secret =
            switch kem {
            case .x25519: try DHKEM.deriveSecretKey(from: ikm)
            case .xWing: XWing.deriveSeed(from: ikm)
            }
        return try secret.withBytes { (bytes) throws(HPKEError) in try KEMSecretKey(kem, copying: bytes) }
    }

    /// A new key.
    public static func random(_ kem: KEM, from source: RandomSource = .system) -> KEMSecretKey {
        let secret = source.secret(byteCount: kem.secretKeyByteCount)
        do throws(HPKEError) {
            return try secret.withBytes { (bytes) throws(HPKEError) in try KEMSecretKey(kem, copying: bytes) }
        } catch { preconditionFailure("any 32 bytes are a key") }
    }

    /// Lends the secret bytes, for storing them.
    public func withBytes<Result: ~Copyable, Failure: Error>(
        _ body: (Span<UInt8>) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        switch form {
        case .x25519(let key): try key.withBytes(body)
        case .xWing(let key): try key.withSeed(body)
        }
    }
}
