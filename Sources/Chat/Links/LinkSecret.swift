import Identity
package import MLS
package import RelayProtocol
package import Sodium

/// What an invite link carries: 32 bytes, from which its holder derives a key that signs and one that opens.
package struct LinkSecret: Sendable {
    package static let byteCount = 32

    private let secret: Secret

    package init(random: RandomSource = .system) { secret = Secret(random.secret(byteCount: Self.byteCount)) }

    /// Nothing unless there are 32 bytes. The original is the caller's to wipe.
    package init?(copying bytes: Span<UInt8>) {
        guard bytes.count == Self.byteCount else { return nil }
        secret = Secret(copying: bytes)
    }

    /// Lends the bytes, for the link's text.
    package func withBytes<Result: ~Copyable, Failure: Error>(
        _ body: (Span<UInt8>) throws(Failure) -> Result
    ) throws(Failure) -> Result { try secret.withBytes(body) }

    /// The link key: HKDF-SHA256 with "sotto link signing 1" ‖ \0 as info.
    package var signingKey: Ed25519.SecretKey {
        derived(.linkSigning).withBytes { seed in
            do throws(SodiumError) { return try Ed25519.SecretKey(seed: seed) } catch {
                preconditionFailure("a seed is 32 bytes long")
            }
        }
    }

    /// The key that blobs are sealed to: DeriveKeyPair of the suite's KEM, of HKDF-SHA256 with "sotto link sealing 1" ‖
    /// \0 ‖ suite(2) as info.
    package func sealingKey(for suite: CipherSuite) -> HPKESecretKey {
        let number = [UInt8(suite.rawValue >> 8), UInt8(truncatingIfNeeded: suite.rawValue)]
        return derived(.linkSealing, number).withBytes { ikm in
            guard let key = HPKESecretKey(deriving: ikm, for: suite) else {
                preconditionFailure("32 bytes are enough to derive a key from")
            }
            return key
        }
    }

    /// The link's name.
    package var key: LinkKey { LinkKey(signingKey) }

    private func derived(_ domain: Domain, _ context: [UInt8] = []) -> SecretBytes {
        let info = domain.bytes + context
        do throws(SodiumError) {
            return try secret.withBytes { (secret) throws(SodiumError) in
                try HKDF.derive(
                    .sha256, inputKeyMaterial: secret, salt: [UInt8]().span, info: info.span, byteCount: Self.byteCount)
            }
        } catch {
            preconditionFailure("HKDF gives 32 bytes")
        }
    }
}

extension LinkKey {
    init(_ key: Ed25519.SecretKey) {
        guard let name = LinkKey(key.publicKey.bytes) else { preconditionFailure("a public key is 32 bytes long") }
        self = name
    }
}
