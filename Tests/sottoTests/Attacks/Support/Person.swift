import Identity
import SecureChannel
import Sodium

/// Somebody with one device, whose keys are new with each value.
struct Person: Sendable {
    let identity: Ed25519.SecretKey
    let device: Ed25519.SecretKey
    let line: X25519.SecretKey
    let name: DisplayName

    init(
        _ name: String = "Ann", identity: Ed25519.SecretKey = Ed25519.SecretKey(),
        device: Ed25519.SecretKey = Ed25519.SecretKey(), line: X25519.SecretKey = X25519.SecretKey()
    ) {
        self.name = try! DisplayName(name)
        self.identity = identity
        self.device = device
        self.line = line
    }

    func hello(serial: UInt64 = 1, line: X25519.SecretKey? = nil) -> Hello {
        let credential = Credential.issue(
            identity: identity, device: DeviceKey(device.publicKey), serial: DeviceSerial(1), name: name)
        let certificate = LineCertificate.issue(
            device: device, lineKey: LineKey((line ?? self.line).publicKey),
            identityKey: IdentityKey(identity.publicKey), serial: DeviceSerial(serial))
        return try! Hello(credential: credential, certificate: certificate)
    }

    var lineIdentity: ClientLineIdentity { ClientLineIdentity(lineKey: line, hello: hello().encoded) }
    var fingerprint: Fingerprint { Fingerprint(of: IdentityKey(identity.publicKey)) }
}
