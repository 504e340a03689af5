import Identity
import SecureChannel
import Sodium

/// Somebody with one device, whose keys are new with each value.
struct Person {
    let line: ClientLineIdentity

    init() throws {
        let (identity, device, lineKey) = (Ed25519.SecretKey(), Ed25519.SecretKey(), X25519.SecretKey())
        let credential = Credential.issue(
            identity: identity, device: DeviceKey(device.publicKey), serial: DeviceSerial(1),
            name: try DisplayName("Ann"))
        let certificate = LineCertificate.issue(
            device: device, lineKey: LineKey(lineKey.publicKey), identityKey: IdentityKey(identity.publicKey),
            serial: DeviceSerial(1))
        line = ClientLineIdentity(
            lineKey: lineKey, hello: try Hello(credential: credential, certificate: certificate).encoded)
    }

    /// Somebody's device.
    static let anyDevice = DeviceKey(Ed25519.SecretKey().publicKey)
}
