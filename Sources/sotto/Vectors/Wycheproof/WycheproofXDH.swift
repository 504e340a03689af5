import Sodium

/// `xdh_comp`: a private and a public key, and the secret that they give.
struct WycheproofXDH: WycheproofGroup {
    struct Test: WycheproofTest {
        let tcId: Int
        let flags: [String]
        let `public`: VectorBytes
        let `private`: VectorBytes
        let shared: VectorBytes
        let result: WycheproofResult

        /// We refuse these, whatever the file would accept (RFC 7748 §6.1).
        var hasZeroSecret: Bool { flags.contains("ZeroSharedSecret") || shared.bytes.allSatisfy { $0 == 0 } }
    }

    let curve: String
    let tests: [Test]

    var skipReason: String? { curve == "curve25519" ? nil : "\(curve) isn't built in" }

    /// An all-zero secret must be refused as such. All other odd keys, on the twist or not in canonical form, we
    /// compute as RFC 7748 §5 says: they do no harm, and other implementations do the same.
    func passes(_ test: Test) throws -> Bool {
        guard !test.hasZeroSecret else { return refusesAsZero(test) }
        guard test.result != .invalid else { return (try? sharedSecret(test)) == nil }
        return try sharedSecret(test) == test.shared.bytes
    }

    func notes(_ test: Test) -> [String] {
        guard !test.hasZeroSecret else { return ["ZeroSharedSecret refused"] }
        guard test.result == .acceptable else { return [] }
        let kinds = ["Twist", "NonCanonicalPublic"].filter(test.flags.contains)
        return (kinds.isEmpty ? ["otherwise acceptable"] : kinds).map { $0 + " computed" }
    }

    private func sharedSecret(_ test: Test) throws(SodiumError) -> [UInt8] {
        let secret = try X25519.SecretKey(copying: test.private.bytes)
        return try secret.sharedSecret(with: X25519.PublicKey(test.public.bytes)).copiedForVectors()
    }

    private func refusesAsZero(_ test: Test) -> Bool {
        do throws(SodiumError) {
            _ = try sharedSecret(test)
            return false
        } catch {
            return error == .zeroSharedSecret
        }
    }
}
