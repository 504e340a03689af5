/// The vectors that this program carries in itself, so that it can be tested where nothing else is at hand.
package enum EmbeddedVectors {
    /// The names of the suites, in the order in which they run. Each is the name of its file too.
    package static var names: [String] { files.map(\.name) }

    /// Every suite. A file that can't be read is a suite with one case that fails.
    package static func suites() -> [VectorSuite] { files.map(suite) }

    static func json(named name: String) -> [UInt8]? { files.first { $0.name == name }?.json }

    private static func suite(name: String, json: [UInt8]) -> VectorSuite {
        guard let decoded = try? VectorJSON.decode(EmbeddedSuite.self, from: json), decoded.suite == name else {
            return VectorSuite(name: name, cases: [VectorCase("the embedded file is unreadable") { false }])
        }
        return decoded.vectorSuite
    }

    private static let files: [(name: String, json: [UInt8])] = [
        ("rfc7748-x25519", PackageResources.rfc7748_x25519_json),
        ("rfc8032-ed25519", PackageResources.rfc8032_ed25519_json),
        ("rfc8439-chacha20-poly1305", PackageResources.rfc8439_chacha20_poly1305_json),
        ("draft-xchacha20-poly1305", PackageResources.draft_xchacha20_poly1305_json),
        ("fips180-sha2", PackageResources.fips180_sha2_json),
        ("rfc4231-hmac-sha2", PackageResources.rfc4231_hmac_sha2_json),
        ("rfc5869-hkdf-sha256", PackageResources.rfc5869_hkdf_sha256_json),
        ("rfc7693-blake2b", PackageResources.rfc7693_blake2b_json),
        ("sotto-blake2b-keyed", PackageResources.sotto_blake2b_keyed_json),
        ("sotto-hmac-blake2b", PackageResources.sotto_hmac_blake2b_json),
        ("sotto-hkdf-blake2b", PackageResources.sotto_hkdf_blake2b_json),
        ("sotto-argon2id", PackageResources.sotto_argon2id_json),
        ("sotto-noise-xx", PackageResources.sotto_noise_xx_json),
        ("sotto-identity", PackageResources.sotto_identity_json),
    ]
}
