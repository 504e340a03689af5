import Identity
import SecureChannel
import Sodium

/// Somebody with keys of his own.
struct Person: Sendable {
    let line: ClientLineIdentity

    init() throws {
        let (identity, device, lineKey) = (Ed25519.SecretKey(), Ed25519.SecretKey(), X25519.SecretKey())
        let credential = Credential.issue(
            identity: identity, device: DeviceKey(device.publicKey), serial: DeviceSerial(1),
            name: try DisplayName("bench"))
        let certificate = LineCertificate.issue(
            device: device, lineKey: LineKey(lineKey.publicKey), identityKey: IdentityKey(identity.publicKey),
            serial: DeviceSerial(1))
        line = ClientLineIdentity(
            lineKey: lineKey, hello: try Hello(credential: credential, certificate: certificate).encoded)
    }
}
