package import Sodium

/// A relay's static key: in every invite line, and what clients pin.
package struct RelayKey: KeyNoun {
    package static let fingerprintDomain = Domain.relayFingerprint

    package let publicKey: X25519.PublicKey

    package init(_ publicKey: X25519.PublicKey) { self.publicKey = publicKey }

    package init?(_ bytes: Span<UInt8>) {
        guard let publicKey = try? X25519.PublicKey(bytes) else { return nil }
        self.publicKey = publicKey
    }

    package var bytes: [UInt8] { publicKey.bytes }
}
