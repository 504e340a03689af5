import HPKE
public import Sodium

/// A key of the application's own to which others seal with ``publicKey``: a reference to one secret, wiped when the last
/// reference goes.
public final class HPKESecretKey: Sendable {
    /// No shorter input makes a key.
    public static let inputByteCountMin = 32

    public let cipherSuite: CipherSuite
    public let publicKey: HPKEPublicKey
    private let key: KEMSecretKey

    /// The key pair that follows from a secret (DeriveKeyPair: RFC 9180 §7.1.3; for X-Wing draft-ietf-hpke-pq), always
    /// the same one. `nil` below ``inputByteCountMin`` bytes.
    ///
    /// Suites that share a KEM share the key pair. Give each use a secret of its own: what has made this key must not
    /// make another.
    ///
    /// - Parameters:
    ///   - ikm: as hard to guess as the key shall be. The original is the caller's to wipe.
    ///   - suite: for which it is a key.
    public init?(deriving ikm: Span<UInt8>, for suite: CipherSuite) {
        guard ikm.count >= Self.inputByteCountMin else { return nil }
        do throws(HPKEError) { key = try KEMSecretKey.derive(suite.hpke.kem, from: ikm) } catch { return nil }
        publicKey = HPKEPublicKey(key.publicKey)
        cipherSuite = suite
    }

    /// Opens what ``HPKEPublicKey/seal(_:info:authenticating:for:random:)`` sealed to ``publicKey``. Who did that it
    /// doesn't say.
    ///
    /// - Throws: ``MLSError/doesNotOpen`` for another key, info or associated data, ``MLSError/malformed(_:)``,
    ///   ``MLSError/reservedInfo``.
    public func open(
        _ sealed: [UInt8], info: [UInt8], authenticating associatedData: [UInt8] = []
    ) throws(MLSError) -> Secret {
        try cipherSuite.open(sealed, with: key, info: ApplicationInfo(info), authenticating: associatedData)
    }
}
