import Identity
import Sodium

/// A person with one device, all keys from one seed byte.
struct Person {
    let identity: Ed25519.SecretKey
    let device: Ed25519.SecretKey
    let line: X25519.SecretKey

    static let alice = Person(seed: 1, name: "alice")
    static let bob = Person(seed: 11, name: "Bob Ünal")

    let name: DisplayName

    init(seed: UInt8, name: String) {
        func bytes(_ offset: UInt8) -> [UInt8] { Array(repeating: seed + offset, count: 32) }
        identity = try! Ed25519.SecretKey(seed: bytes(0))
        device = try! Ed25519.SecretKey(seed: bytes(1))
        line = try! X25519.SecretKey(copying: bytes(2))
        self.name = try! DisplayName(name)
    }

    var identityKey: IdentityKey { IdentityKey(identity.publicKey) }
    var deviceKey: DeviceKey { DeviceKey(device.publicKey) }
    var lineKey: LineKey { LineKey(line.publicKey) }

    func credential(serial: UInt64 = 1, device: DeviceKey? = nil, name: DisplayName? = nil) -> Credential {
        .issue(
            identity: identity, device: device ?? deviceKey, serial: DeviceSerial(serial), name: name ?? self.name)
    }

    func certificate(serial: UInt64 = 1, identityKey: IdentityKey? = nil, lineKey: LineKey? = nil) -> LineCertificate {
        .issue(
            device: device, lineKey: lineKey ?? self.lineKey, identityKey: identityKey ?? self.identityKey,
            serial: DeviceSerial(serial))
    }

    var hello: Hello { try! Hello(credential: credential(), certificate: certificate()) }
}
