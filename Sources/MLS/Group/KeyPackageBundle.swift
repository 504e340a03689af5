package import HPKE
public import Sodium
import TLSCodec

/// A key package with its secret halves: what a client keeps until somebody's Welcome uses it (RFC 9420 §10).
///
/// Publish ``message()`` alone. One bundle is for one group: after joining with it, or when its lifetime is over, it has
/// to be dropped, wherever it was stored. A last-resort package, which many may use, weakens forward secrecy (§16.8).
public struct KeyPackageBundle: Sendable {
    public let keyPackage: KeyPackage
    public let cipherSuite: CipherSuite
    /// The name by which a Welcome calls the package.
    public let reference: KeyPackageRef
    package let initKey: KEMSecretKey
    package let leafKey: KEMSecretKey
    package let signatureKey: SignatureSecretKey

    /// A new key package of a client.
    ///
    /// - Parameters:
    ///   - client: whose it is.
    ///   - cipherSuite: the one of the groups that it is for; the client has to list it.
    ///   - now: the time, for the lifetime.
    ///   - lifetime: when it may be used; without one, from an hour ago for 84 days.
    ///   - extensions: of the package, not of its leaf. Types that aren't the RFC's own must stand in the capabilities.
    ///   - random: where its keys come from.
    /// - Throws: `.invalid` if the client's lists contradict each other, ``MLSError/malformed(_:)`` if they have no
    ///   encoding.
    public init(
        of client: Client, cipherSuite: CipherSuite, now: UnixTime, lifetime: Lifetime? = nil,
        extensions: Extensions = [], random: RandomSource = .system
    ) throws(MLSError) {
        guard !extensions.hasDuplicates else { throw .invalid(.keyPackageExtensionsOnce) }
        guard extensions.types.allSatisfy(client.capabilities.supports) else {
            throw .invalid(.keyPackageExtensionsListed)
        }
        try client.checkNoDefaultsListed()
        let initKey = KEMSecretKey.random(cipherSuite.hpke.kem, from: random)
        let leafKey = KEMSecretKey.random(cipherSuite.hpke.kem, from: random)
        let leaf = try client.leaf(
            cipherSuite, encryptionKey: HPKEPublicKey(leafKey.publicKey),
            source: .keyPackage(lifetime ?? .standard(from: now)))
        let unsigned = KeyPackage(
            cipherSuite: cipherSuite.rawValue, initKey: HPKEPublicKey(initKey.publicKey), leafNode: leaf,
            extensions: extensions)
        let content = try codec { () throws(CodecError) in try unsigned.toBeSigned() }
        try self.init(
            unsigned.signed(cipherSuite.sign(client.signatureKey, .keyPackage, content.span)), cipherSuite,
            initKey: initKey, leafKey: leafKey, signatureKey: client.signatureKey)
    }

    /// A package with its own secrets.
    ///
    /// - Throws: ``MLSError/missingKeyPackage`` if a secret isn't the package's.
    package init(
        _ keyPackage: KeyPackage, _ cipherSuite: CipherSuite, initKey: KEMSecretKey, leafKey: KEMSecretKey,
        signatureKey: SignatureSecretKey
    ) throws(MLSError) {
        guard keyPackage.cipherSuite == cipherSuite.rawValue, keyPackage.initKey.bytes == initKey.publicKey.bytes,
            keyPackage.leafNode.encryptionKey.bytes == leafKey.publicKey.bytes,
            keyPackage.leafNode.signatureKey == signatureKey.publicKey
        else { throw .missingKeyPackage }
        self.keyPackage = keyPackage
        self.cipherSuite = cipherSuite
        self.initKey = initKey
        self.leafKey = leafKey
        self.signatureKey = signatureKey
        reference = try keyPackage.reference
    }

    /// The key package as it is published: an MLSMessage. Whoever wants to add its owner reads it with
    /// ``MLSMessage/init(received:)`` and ``MLSMessage/asKeyPackage``.
    ///
    /// - Throws: ``MLSError/malformed(_:)`` for one of more than 2³⁰ − 1 bytes.
    public func message() throws(MLSError) -> [UInt8] { try MLSMessage.keyPackage(keyPackage).bytes() }
}
