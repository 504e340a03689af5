import HPKE
import MLS
import Sodium
import TLSCodec

/// `passive-client-*.json`: a client that is welcomed into a group and follows its commits.
struct PassiveClientVector: MLSVector {
    struct Key: Decodable, Sendable {
        let pskId, psk: VectorBytes
    }

    struct Epoch: Decodable, Sendable {
        let proposals: [VectorBytes]
        let commit, epochAuthenticator: VectorBytes
    }

    static let suiteName = "mls-passive-client"
    static let field = "initial_epoch_authenticator"

    let cipherSuite: UInt16
    let externalPsks: [Key]
    let keyPackage, signaturePriv, encryptionPriv, initPriv, welcome, initialEpochAuthenticator: VectorBytes
    let ratchetTree: VectorBytes?
    let epochs: [Epoch]

    func passes(_ suite: CipherSuite) throws -> Bool {
        guard let bundle = try bundle(suite) else { return false }
        var group = try Group(joining: welcome.bytes, with: bundle, options: options)
        guard try group.epochAuthenticator == initialEpochAuthenticator.bytes else { return false }
        for epoch in epochs where try !group.follows(epoch, psks: psks) { return false }
        return true
    }

    /// The key package with its secrets; nil if they aren't its own.
    private func bundle(_ suite: CipherSuite) throws -> KeyPackageBundle? {
        guard let package = try MLSMessage(decoding: keyPackage.bytes).asKeyPackage,
            let signatureKey = SignatureSecretKey(seed: signaturePriv.bytes)
        else { return nil }
        return try KeyPackageBundle(
            package, suite, initKey: KEMSecretKey(suite.hpke.kem, copying: initPriv.bytes.span),
            leafKey: KEMSecretKey(suite.hpke.kem, copying: encryptionPriv.bytes.span), signatureKey: signatureKey)
    }

    private var psks: PSKStore {
        PSKStore(
            external: Dictionary(externalPsks.map { ($0.pskId.bytes, $0.psk.secret) }) { first, _ in first })
    }

    /// The files' leaves have lifetimes without end and change their credentials; old epochs come up again.
    private var options: JoinOptions {
        var configuration = GroupConfiguration()
        configuration.leafLifetimeSecondsMax = .max
        configuration.resumptionPSKs = .max
        configuration.credentials = CredentialPolicy(isSuccessor: { _, _ in true })
        return JoinOptions(configuration: configuration, tree: ratchetTree?.bytes, psks: psks)
    }
}

extension Group {
    fileprivate mutating func follows(_ epoch: PassiveClientVector.Epoch, psks: PSKStore) throws -> Bool {
        for message in epoch.proposals {
            guard case .proposal(let proposal) = try process(message.bytes) else { return false }
            try cache(proposal)
        }
        guard case .commit(let staged) = try process(epoch.commit.bytes, psks: psks) else { return false }
        try merge(staged)
        return try epochAuthenticator == epoch.epochAuthenticator.bytes
    }
}
