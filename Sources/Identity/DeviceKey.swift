package import Sodium

/// Is one device of a person. Its secret half signs MLS leaves, messages and line certificates.
package struct DeviceKey: KeyNoun {
    package static let fingerprintDomain = Domain.deviceFingerprint

    package let publicKey: Ed25519.PublicKey

    package init(_ publicKey: Ed25519.PublicKey) { self.publicKey = publicKey }

    package init?(_ bytes: Span<UInt8>) {
        guard let publicKey = try? Ed25519.PublicKey(bytes) else { return nil }
        self.publicKey = publicKey
    }

    package var bytes: [UInt8] { publicKey.bytes }
}
