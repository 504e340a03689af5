/// Cases of one kind.
struct EmbeddedGroup: Decodable, Sendable {
    let cases: [any EmbeddedCase]

    private enum Kind: String, Decodable {
        case x25519, ed25519, aead, hash, hmac, hkdf, blake2b, argon2id, noise, credential, fingerprint
        case lineCertificate = "line certificate"
        case safetyNumber = "safety number"
        case blake2bSelfTest = "blake2b self-test"
    }

    private enum CodingKeys: CodingKey { case kind, cases }

    init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        cases = try Self.decode(container, Self.type(of: container.decode(Kind.self, forKey: .kind)))
    }

    private static func type(of kind: Kind) -> any EmbeddedCase.Type {
        switch kind {
        case .x25519: EmbeddedX25519.self
        case .ed25519: EmbeddedEd25519.self
        case .aead: EmbeddedAEAD.self
        case .hash: EmbeddedHash.self
        case .hmac: EmbeddedHMAC.self
        case .hkdf: EmbeddedHKDF.self
        case .blake2b: EmbeddedBLAKE2b.self
        case .blake2bSelfTest: EmbeddedBLAKE2bSelfTest.self
        case .argon2id: EmbeddedArgon2id.self
        case .noise: EmbeddedNoise.self
        case .credential: EmbeddedCredential.self
        case .lineCertificate: EmbeddedLineCertificate.self
        case .fingerprint: EmbeddedFingerprint.self
        case .safetyNumber: EmbeddedSafetyNumber.self
        }
    }

    private static func decode<Case: EmbeddedCase>(
        _ container: KeyedDecodingContainer<CodingKeys>, _ type: Case.Type
    ) throws -> [any EmbeddedCase] {
        try container.decode([Case].self, forKey: .cases)
    }
}
