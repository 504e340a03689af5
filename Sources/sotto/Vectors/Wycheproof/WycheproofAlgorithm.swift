import Sodium

/// The Wycheproof files that this program understands, by what they say of themselves.
enum WycheproofAlgorithm: String, CaseIterable {
    case x25519 = "XDH"
    case xChaCha20Poly1305 = "XCHACHA20-POLY1305"
    case chaCha20Poly1305 = "CHACHA20-POLY1305"
    case ed25519 = "EDDSA"
    case hkdfSHA256 = "HKDF-SHA-256"
    case hkdfSHA512 = "HKDF-SHA-512"
    case hmacSHA256 = "HMACSHA256"
    case hmacSHA512 = "HMACSHA512"

    var suite: String {
        switch self {
        case .x25519: "x25519"
        case .xChaCha20Poly1305: "xchacha20_poly1305"
        case .chaCha20Poly1305: "chacha20_poly1305"
        case .ed25519: "ed25519"
        case .hkdfSHA256: "hkdf_sha256"
        case .hkdfSHA512: "hkdf_sha512"
        case .hmacSHA256: "hmac_sha256"
        case .hmacSHA512: "hmac_sha512"
        }
    }

    /// The `type` of the groups that we read. A file of keys in other encodings has the same algorithm, another type.
    var groupType: String {
        switch self {
        case .x25519: "XdhComp"
        case .xChaCha20Poly1305, .chaCha20Poly1305: "AeadTest"
        case .ed25519: "EddsaVerify"
        case .hkdfSHA256, .hkdfSHA512: "HkdfTest"
        case .hmacSHA256, .hmacSHA512: "MacTest"
        }
    }

    /// The file's cases, named `path:tcId`.
    ///
    /// - Throws: if the file hasn't the shape that its algorithm asks for.
    func cases(of file: VectorFile) throws -> [VectorCase] {
        switch self {
        case .x25519: try decode(file) { (group: WycheproofXDH, test) in try group.passes(test) }
        case .xChaCha20Poly1305: try aead(file, .xChaCha20Poly1305)
        case .chaCha20Poly1305: try aead(file, .chaCha20Poly1305)
        case .ed25519: try decode(file) { (group: WycheproofEdDSA, test) in try group.passes(test) }
        case .hkdfSHA256: try hkdf(file, .sha256)
        case .hkdfSHA512: try hkdf(file, .sha512)
        case .hmacSHA256: try hmac(file, .sha256)
        case .hmacSHA512: try hmac(file, .sha512)
        }
    }

    private func aead(_ file: VectorFile, _ algorithm: AEADAlgorithm) throws -> [VectorCase] {
        try decode(file) { (_: WycheproofAEAD, test) in WycheproofAEAD.passes(test, algorithm) }
    }

    private func hkdf(_ file: VectorFile, _ algorithm: HashAlgorithm) throws -> [VectorCase] {
        try decode(file) { (_: WycheproofHKDF, test) in WycheproofHKDF.passes(test, algorithm) }
    }

    private func hmac(_ file: VectorFile, _ algorithm: HashAlgorithm) throws -> [VectorCase] {
        try decode(file) { (group: WycheproofHMAC, test) in group.passes(test, algorithm) }
    }

    private func decode<Group: WycheproofGroup>(
        _ file: VectorFile, passes: @escaping @Sendable (Group, Group.Test) throws -> Bool
    ) throws -> [VectorCase] {
        try VectorJSON.decode(WycheproofFile<Group>.self, from: file.bytes).cases(path: file.path, passes: passes)
    }
}
