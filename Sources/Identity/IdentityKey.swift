package import Sodium

/// Is the person: what people verify. Its secret half certifies devices.
package struct IdentityKey: KeyNoun {
    package static let fingerprintDomain = Domain.identityFingerprint

    package let publicKey: Ed25519.PublicKey

    package init(_ publicKey: Ed25519.PublicKey) { self.publicKey = publicKey }

    package init?(_ bytes: Span<UInt8>) {
        guard let publicKey = try? Ed25519.PublicKey(bytes) else { return nil }
        self.publicKey = publicKey
    }

    package var bytes: [UInt8] { publicKey.bytes }
}
