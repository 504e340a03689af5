import Identity
import RelayProtocol
import RelaySupport
import SecureChannel
import Sodium

extension TestPerson {
    var name: DisplayName {
        guard let name = try? DisplayName("Person \(number)") else { preconditionFailure("that is a name") }
        return name
    }

    /// What this person's device shows at a relay, with a line key of its own for each call.
    func lineIdentity(credentialSerial: UInt64 = 1, serial: UInt64 = 1) -> ClientLineIdentity {
        let lineKey = X25519.SecretKey()
        let credential = Credential.issue(
            identity: identitySecret, device: device, serial: DeviceSerial(credentialSerial), name: name)
        let certificate = LineCertificate.issue(
            device: deviceSecret, lineKey: LineKey(lineKey.publicKey), identityKey: identity,
            serial: DeviceSerial(serial))
        guard let hello = try? Hello(credential: credential, certificate: certificate) else {
            preconditionFailure("they belong together")
        }
        return ClientLineIdentity(lineKey: lineKey, hello: hello.encoded)
    }
}
