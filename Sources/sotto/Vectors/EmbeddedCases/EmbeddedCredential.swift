import Identity
import Sodium

/// A credential: issued the same, read and verified again, and refused with a bit flipped.
struct EmbeddedCredential: EmbeddedCase {
    let id: String
    let identitySeed: VectorBytes
    let device: VectorBytes
    let serial: UInt64
    let name: String
    let encoded: VectorBytes

    func passes() throws -> Bool {
        let identity = try Ed25519.SecretKey(seed: identitySeed.bytes)
        guard let device = DeviceKey(device.bytes.span) else { return false }
        let issued = Credential.issue(
            identity: identity, device: device, serial: DeviceSerial(serial), name: try DisplayName(name))
        let read = try UnverifiedCredential(encoded.bytes).verified()
        guard issued.encoded == encoded.bytes, read == issued else { return false }
        var forged = encoded.bytes
        forged[forged.count - 1] ^= 1
        return (try? UnverifiedCredential(forged).verified()) == nil
    }
}
