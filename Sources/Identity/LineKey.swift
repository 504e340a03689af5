package import Sodium

/// A device's static key towards relays. A ``LineCertificate`` says whose it is.
package struct LineKey: KeyNoun {
    package static let fingerprintDomain = Domain.lineFingerprint

    package let publicKey: X25519.PublicKey

    package init(_ publicKey: X25519.PublicKey) { self.publicKey = publicKey }

    package init?(_ bytes: Span<UInt8>) {
        guard let publicKey = try? X25519.PublicKey(bytes) else { return nil }
        self.publicKey = publicKey
    }

    package var bytes: [UInt8] { publicKey.bytes }
}
