package import Identity
package import Sodium

/// Somebody with one device, whose keys are the same in every run: corpora hold what they have signed.
package struct Person: Sendable {
    package static let ann = Person(seed: 1)

    package let identity: Ed25519.SecretKey
    package let device: Ed25519.SecretKey
    package let line: X25519.SecretKey

    private init(seed: UInt8) {
        do {
            identity = try Ed25519.SecretKey(seed: [UInt8](repeating: seed, count: 32))
            device = try Ed25519.SecretKey(seed: [UInt8](repeating: seed + 1, count: 32))
            line = try X25519.SecretKey(copying: [UInt8](repeating: seed + 2, count: 32))
        } catch {
            fatalError("\(error)")
        }
    }

    package var lineKey: LineKey { LineKey(line.publicKey) }

    package func hello(serial: UInt64 = 1) throws -> Hello {
        let (deviceKey, identityKey) = (DeviceKey(device.publicKey), IdentityKey(identity.publicKey))
        let credential = Credential.issue(
            identity: identity, device: deviceKey, serial: DeviceSerial(serial), name: try DisplayName("Ann"))
        let certificate = LineCertificate.issue(
            device: device, lineKey: lineKey, identityKey: identityKey, serial: DeviceSerial(serial))
        return try Hello(credential: credential, certificate: certificate)
    }

    /// `body` with the signer's key put into it at `offset`, and its signature behind.
    package func signed(
        _ body: [UInt8], keyAt offset: Int, by key: Ed25519.SecretKey, domain: Domain
    ) -> [UInt8] {
        var body = body
        if body.count >= offset + 32 { body.replaceSubrange(offset..<offset + 32, with: key.publicKey.bytes) }
        return body + key.signature(for: domain.bytes + body)
    }
}
