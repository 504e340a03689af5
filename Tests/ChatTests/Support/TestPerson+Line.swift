import Chat
import Identity
import RelayProtocol
import SecureChannel
import Sodium

extension TestPerson {
    /// What this person's device shows at a relay, with a line key of its own for each call.
    func lineIdentity() throws -> ClientLineIdentity {
        let lineKey = X25519.SecretKey()
        let certificate = LineCertificate.issue(
            device: device, lineKey: LineKey(lineKey.publicKey), identityKey: key, serial: DeviceSerial(1))
        let hello = try Hello(credential: client.credential, certificate: certificate)
        return ClientLineIdentity(lineKey: lineKey, hello: hello.encoded)
    }
}
