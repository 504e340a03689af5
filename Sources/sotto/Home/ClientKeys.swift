import Identity
import Sodium

/// The three secret keys of one client: the person, this device, its line. They lie in locked memory.
struct ClientKeys: Sendable {
    let identity: Ed25519.SecretKey
    let device: Ed25519.SecretKey
    let line: X25519.SecretKey

    var identityKey: IdentityKey { IdentityKey(identity.publicKey) }
    var deviceKey: DeviceKey { DeviceKey(device.publicKey) }
    var lineKey: LineKey { LineKey(line.publicKey) }

    /// - Throws: ``HomeError/lost(path:)`` or ``HomeError/damaged(path:)``.
    init(in part: borrowing SealedPart) throws(HomeError) {
        identity = try part.withSecret(.identity) { (seed) throws(SodiumError) in
            try Ed25519.SecretKey(seed: seed, in: .slab)
        }
        device = try part.withSecret(.device) { (seed) throws(SodiumError) in
            try Ed25519.SecretKey(seed: seed, in: .slab)
        }
        line = try part.withSecret(.line) { (secret) throws(SodiumError) in
            try X25519.SecretKey(copying: secret, in: .slab)
        }
    }

    /// Whether `hello` speaks of these keys and no others.
    func match(_ hello: Hello) -> Bool {
        hello.credential.identityKey.isSame(as: identityKey) && hello.credential.deviceKey.isSame(as: deviceKey)
            && hello.certificate.lineKey.isSame(as: lineKey)
    }
}
