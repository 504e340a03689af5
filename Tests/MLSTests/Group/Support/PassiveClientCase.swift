import HPKE
import MLS
import Sodium
import TLSCodec
import TestSupport
import Testing

/// A client that is welcomed into a group and follows it, as a published file tells it.
struct PassiveClientCase: Decodable, Sendable, CustomTestStringConvertible {
    struct PSK: Decodable, Sendable {
        let id: String
        let psk: String

        enum CodingKeys: String, CodingKey {
            case id = "psk_id"
            case psk
        }
    }

    struct Epoch: Decodable, Sendable {
        let proposals: [String]
        let commit: String
        let authenticator: String

        enum CodingKeys: String, CodingKey {
            case proposals, commit
            case authenticator = "epoch_authenticator"
        }
    }

    let cipherSuite: UInt16
    let externalPSKs: [PSK]
    let keyPackage: String
    let signatureKey: String
    let encryptionKey: String
    let initKey: String
    let welcome: String
    let ratchetTree: String?
    let authenticator: String
    let epochs: [Epoch]

    enum CodingKeys: String, CodingKey {
        case cipherSuite = "cipher_suite"
        case externalPSKs = "external_psks"
        case keyPackage = "key_package"
        case signatureKey = "signature_priv"
        case encryptionKey = "encryption_priv"
        case initKey = "init_priv"
        case welcome
        case ratchetTree = "ratchet_tree"
        case authenticator = "initial_epoch_authenticator"
        case epochs
    }

    var testDescription: String {
        "suite \(cipherSuite), \(epochs.count) epochs, Welcome \(welcome.prefix(64).suffix(16))"
    }

    /// The cases of a file for one suite.
    static func all(_ file: String, suite: UInt16) -> [PassiveClientCase] {
        VectorFolder.mls(file, of: PassiveClientCase.self).filter { $0.cipherSuite == suite }
    }
}

extension PassiveClientCase {
    var psks: PSKStore {
        PSKStore(
            external: Dictionary(
                externalPSKs.map { ([UInt8](hex: $0.id), Secret(copying: [UInt8](hex: $0.psk))) },
                uniquingKeysWith: { first, _ in first }))
    }

    /// How the published groups are joined: their leaves are valid for as long as eight bytes can tell, and change their
    /// credentials.
    var options: JoinOptions {
        var options = JoinOptions(psks: psks)
        options.configuration.leafLifetimeSecondsMax = .max
        options.configuration.resumptionPSKs = 1_000
        options.configuration.credentials = CredentialPolicy(isSuccessor: { _, _ in true })
        options.tree = ratchetTree.map { [UInt8](hex: $0) }
        return options
    }

    func bundle() throws -> KeyPackageBundle {
        let suite = try #require(CipherSuite(rawValue: cipherSuite))
        let package = try #require(try MLSMessage(decoding: [UInt8](hex: keyPackage)).asKeyPackage)
        let seed: SignatureSecretKey = try #require(SignatureSecretKey(seed: [UInt8](hex: signatureKey)))
        return try KeyPackageBundle(
            package, suite, initKey: KEMSecretKey(suite.hpke.kem, copying: [UInt8](hex: initKey).span),
            leafKey: KEMSecretKey(suite.hpke.kem, copying: [UInt8](hex: encryptionKey).span), signatureKey: seed)
    }

    /// Joins, follows every commit, and has the same authenticators as the file.
    func run() throws {
        var group = try Group(joining: [UInt8](hex: welcome), with: try bundle(), options: options)
        #expect(try group.epochAuthenticator.hex == authenticator)
        for epoch in epochs {
            for proposal in epoch.proposals { try group.keep([UInt8](hex: proposal)) }
            try group.take([UInt8](hex: epoch.commit), psks: psks)
            #expect(try group.epochAuthenticator.hex == epoch.authenticator)
        }
    }
}
