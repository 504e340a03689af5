import Sodium

/// `eddsa_verify`: signatures to verify under the group's key.
struct WycheproofEdDSA: WycheproofGroup {
    struct Key: Decodable, Sendable {
        let curve: String
        let pk: VectorBytes
    }

    struct Test: WycheproofTest {
        let tcId: Int
        let msg: VectorBytes
        let sig: VectorBytes
        let result: WycheproofResult
    }

    let publicKey: Key
    let tests: [Test]

    var skipReason: String? { publicKey.curve == "edwards25519" ? nil : "\(publicKey.curve) isn't built in" }

    func passes(_ test: Test) throws -> Bool {
        let isValid = try Ed25519.PublicKey(publicKey.pk.bytes).isValid(test.sig.bytes, for: test.msg.bytes)
        return test.result.allows(isValid ? true : nil)
    }
}
