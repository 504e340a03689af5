package import HPKE
package import Sodium

/// The secret of one node of a path (RFC 9420 §7.4): the node's key pair follows from it, and the secret of the next
/// node above. Hold it no longer than until that is done (§7.5).
package struct PathSecret: Sendable {
    package let secret: Secret

    package init(_ secret: Secret) { self.secret = secret }

    static func random(_ suite: CipherSuite, from source: RandomSource) -> PathSecret {
        PathSecret(Secret(source.secret(byteCount: suite.hashByteCount)))
    }

    /// The secret of the node above; above the last one that is the commit secret.
    func above(_ suite: CipherSuite) -> PathSecret { PathSecret(suite.deriveSecret(secret, Self.pathLabel)) }

    /// The node's key pair.
    package func key(_ suite: CipherSuite) throws(MLSError) -> KEMSecretKey {
        let nodeSecret = suite.deriveSecret(secret, Self.nodeLabel)
        do throws(HPKEError) {
            return try nodeSecret.withBytes { (bytes) throws(HPKEError) in
                try KEMSecretKey.derive(suite.hpke.kem, from: bytes)
            }
        } catch {
            // The KEM asks for more than the hash gives: no suite of this library.
            throw .unsupported
        }
    }

    private static let nodeLabel = Label("node")
    private static let pathLabel = Label("path")
}
