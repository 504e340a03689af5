import Identity
import Sodium

@testable import SecureChannel

/// Somebody with one device, whose keys are new with each value.
struct Person {
    let identity = Ed25519.SecretKey()
    let device = Ed25519.SecretKey()
    let line = X25519.SecretKey()
    let name: DisplayName

    init(_ name: String = "Ann") { self.name = try! DisplayName(name) }

    var lineKey: LineKey { LineKey(line.publicKey) }
    var deviceKey: DeviceKey { DeviceKey(device.publicKey) }

    func hello(serial: UInt64 = 1, line: X25519.SecretKey? = nil) -> Hello {
        let credential = Credential.issue(
            identity: identity, device: deviceKey, serial: DeviceSerial(1), name: name)
        let certificate = LineCertificate.issue(
            device: device, lineKey: LineKey((line ?? self.line).publicKey),
            identityKey: IdentityKey(identity.publicKey), serial: DeviceSerial(serial))
        return try! Hello(credential: credential, certificate: certificate)
    }

    var lineIdentity: ClientLineIdentity { ClientLineIdentity(lineKey: line, hello: hello().encoded) }
}
