import Identity
import Sodium
import Testing

@testable import sotto

/// A client's part of a home as it was before anything in it was sealed.
struct OpenHome {
    let keys: [KeyFile.Kind: [UInt8]]
    let hello: Hello
    let pin: RelayAddress

    init(in temporary: TemporaryFolder, name: String = "Ann") throws {
        let secrets = [KeyFile.Kind.identity, .device, .line].map { ($0, RandomBytes.array(count: 32)) }
        keys = Dictionary(uniqueKeysWithValues: secrets)
        let (first, second, third) = (secrets[0].1, secrets[1].1, secrets[2].1)
        let identity = try Ed25519.SecretKey(seed: first.span)
        let device = try Ed25519.SecretKey(seed: second.span)
        let line = try X25519.SecretKey(copying: third.span)
        let serial = DeviceSerial(7)
        hello = try Hello(
            credential: Credential.issue(
                identity: identity, device: DeviceKey(device.publicKey), serial: serial, name: DisplayName(name)),
            certificate: LineCertificate.issue(
                device: device, lineKey: LineKey(line.publicKey), identityKey: IdentityKey(identity.publicKey),
                serial: serial))
        pin = try RelayAddress("relay.example").pinned(to: RelayKey(X25519.SecretKey().publicKey))
        var pins = Pins()
        try pins.set(#require(pin.relayKey), for: pin)
        temporary.makeFolder("home/client")
        temporary.setMode("home/client", 0o700)
        for (kind, secret) in secrets {
            let file = KeyFile.encode(kind, secret.span).withBytes { span in span.indices.map { span[$0] } }
            temporary.write(file, to: "home/client/" + kind.fileName)
        }
        temporary.write(hello.encoded, to: "home/client/hello")
        temporary.write(PinsFile.encode(pins), to: "home/client/pins")
    }

    static let files = ["pins", "hello", "line.key", "device.key", "identity.key"]
}
