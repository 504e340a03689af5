import MLS
import Sodium

/// Somebody in a rule's test: a client that may come into groups.
struct Player {
    static let now = UnixTime(seconds: 1_800_000_000)

    var client: Client
    let suite: CipherSuite

    init(
        _ name: String, _ suite: CipherSuite = .x25519ChaCha20Poly1305, capabilities: Capabilities = .ofAllSuites
    ) {
        self.suite = suite
        client = Client(
            credential: .basic(identity: Array(name.utf8)), signatureKey: SignatureSecretKey(),
            capabilities: capabilities)
    }

    var key: SignatureSecretKey { client.signatureKey }

    func bundle() throws -> KeyPackageBundle {
        try KeyPackageBundle(of: client, cipherSuite: suite, now: Self.now)
    }

    /// A key package that its owner made wrong, and signed.
    func keyPackage(_ change: (LeafNode) -> LeafNode) throws -> KeyPackage {
        try bundle().keyPackage.changing(leaf: change, signedBy: key, suite)
    }
}

extension Capabilities {
    static let ofAllSuites = Capabilities(cipherSuites: CipherSuite.all.map(\.rawValue))
}
