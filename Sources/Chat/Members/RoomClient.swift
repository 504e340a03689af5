package import Identity
package import MLS
package import Sodium

/// A device as it stands in rooms.
package struct RoomClient: Sendable {
    package let credential: Identity.Credential
    package let deviceKey: SignatureSecretKey

    /// Nothing unless the key is the credential's device key.
    package init?(_ credential: Identity.Credential, deviceKey: Ed25519.SecretKey) {
        let key = deviceKey.withSeed { seed in SignatureSecretKey(seed: seed) }
        guard let key, key.publicKey.bytes == credential.deviceKey.bytes else { return nil }
        self.credential = credential
        self.deviceKey = key
    }

    /// What its leaves say.
    package var client: Client {
        Client(
            credential: .basic(identity: credential.encoded), signatureKey: deviceKey,
            capabilities: Capabilities(
                cipherSuites: CipherSuite.all.map(\.rawValue), extensions: [.sottoRoom, .sottoLink]))
    }
}
