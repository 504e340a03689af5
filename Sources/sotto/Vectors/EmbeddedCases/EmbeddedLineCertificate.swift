import Identity
import Sodium

/// A line certificate: issued the same, read and verified again, and refused with a bit flipped.
struct EmbeddedLineCertificate: EmbeddedCase {
    let id: String
    let deviceSeed: VectorBytes
    let lineKey: VectorBytes
    let identity: VectorBytes
    let serial: UInt64
    let encoded: VectorBytes

    func passes() throws -> Bool {
        let device = try Ed25519.SecretKey(seed: deviceSeed.bytes)
        guard let lineKey = LineKey(lineKey.bytes.span), let identity = IdentityKey(identity.bytes.span) else {
            return false
        }
        let issued = LineCertificate.issue(
            device: device, lineKey: lineKey, identityKey: identity, serial: DeviceSerial(serial))
        let read = try UnverifiedLineCertificate(encoded.bytes).verified()
        guard issued.encoded == encoded.bytes, read == issued else { return false }
        var forged = encoded.bytes
        forged[forged.count - 1] ^= 1
        return (try? UnverifiedLineCertificate(forged).verified()) == nil
    }
}
