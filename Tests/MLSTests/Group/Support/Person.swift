import MLS
import Sodium

/// Somebody who can be in groups.
struct Person: Sendable {
    static let now = UnixTime(seconds: 1_750_000_000)

    let name: String
    let suite: CipherSuite
    var client: Client

    init(
        _ name: String, _ suite: CipherSuite = .x25519ChaCha20Poly1305, extensions: [ExtensionType] = [],
        random: RandomSource = .system
    ) {
        self.name = name
        self.suite = suite
        let credential = Credential.basic(identity: Array(name.utf8))
        client = Client(
            credential: credential, signatureKey: SignatureSecretKey(random: random),
            capabilities: Capabilities(
                cipherSuites: CipherSuite.all.map(\.rawValue), extensions: extensions))
    }

    func bundle(random: RandomSource = .system) throws -> KeyPackageBundle {
        try KeyPackageBundle(of: client, cipherSuite: suite, now: Self.now, random: random)
    }

    func group(
        extensions: Extensions = [], configuration: GroupConfiguration = GroupConfiguration()
    ) throws -> Group {
        try Group(
            cipherSuite: suite, client: client, extensions: extensions, configuration: configuration, now: Self.now)
    }
}

extension CipherSuite {
    /// What every feature is tested with: the classical suite and the hybrid one.
    static let tested: [CipherSuite] = [.x25519ChaCha20Poly1305, .xWingChaCha20Poly1305]
}
