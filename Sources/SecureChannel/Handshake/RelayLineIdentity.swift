package import Identity
package import Sodium

/// What a relay proves in every handshake, and whether it hides from those who don't know its key.
package struct RelayLineIdentity: Sendable {
    let secretKey: X25519.SecretKey
    let isSilent: Bool
    let mac1: Mac1

    package init(secretKey: X25519.SecretKey, isSilent: Bool) {
        self.secretKey = secretKey
        self.isSilent = isSilent
        mac1 = Mac1(relayKey: RelayKey(secretKey.publicKey))
    }

    package var relayKey: RelayKey { RelayKey(secretKey.publicKey) }
}
