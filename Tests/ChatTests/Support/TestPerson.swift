import Chat
import Identity
import MLS
import Sodium
import TestSupport
import Testing

/// Somebody with one device.
struct TestPerson {
    let identity: Ed25519.SecretKey
    let device: Ed25519.SecretKey
    let client: RoomClient

    var key: IdentityKey { IdentityKey(identity.publicKey) }

    init(_ name: String, identity: Ed25519.SecretKey = .init(), serial: UInt64 = 1) throws {
        try self.init(name, identity: identity, device: .init(), serial: serial)
    }

    init(_ name: String, identity: Ed25519.SecretKey, device: Ed25519.SecretKey, serial: UInt64) throws {
        self.identity = identity
        self.device = device
        let credential = Identity.Credential.issue(
            identity: identity, device: DeviceKey(device.publicKey), serial: DeviceSerial(serial),
            name: try DisplayName(name))
        client = try #require(RoomClient(credential, deviceKey: device))
    }

    /// The same device under another name.
    func renamed(_ name: String, serial: UInt64) throws -> TestPerson {
        try TestPerson(name, identity: identity, device: device, serial: serial)
    }

    func keyPackage(_ suite: CipherSuite = TestRoom.suite) throws -> KeyPackageBundle {
        try client.keyPackage(suite, now: TestRoom.now)
    }
}
