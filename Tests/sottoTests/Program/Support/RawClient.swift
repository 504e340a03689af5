import Identity
import NIOCore
import NIOPosix
import SecureChannel
import Sodium

@testable import sotto

/// A client of our own, without the program around it: says whatever bytes it is given, as whomever.
struct RawClient {
    let lineKey: X25519.SecretKey
    let hello: [UInt8]

    /// An honest one.
    init(name: String = "Mallory") throws {
        let (identity, device, line) = (Ed25519.SecretKey(), Ed25519.SecretKey(), X25519.SecretKey())
        let credential = Credential.issue(
            identity: identity, device: DeviceKey(device.publicKey), serial: DeviceSerial(1),
            name: try DisplayName(name))
        lineKey = line
        hello = try Hello(credential: credential, certificate: Self.certificate(identity, device, line)).encoded
    }

    /// With a credential of this name, rightly signed, whatever the name is.
    init(rawName name: [UInt8]) throws {
        let (identity, device, line) = (Ed25519.SecretKey(), Ed25519.SecretKey(), X25519.SecretKey())
        let honest = Credential.issue(
            identity: identity, device: DeviceKey(device.publicKey), serial: DeviceSerial(1), name: try DisplayName("A")
        )
        // Before the name: version, two keys, serial.
        let body = honest.encoded.prefix(2 + 32 + 32 + 8) + [UInt8(name.count)] + name
        let credential = body + identity.signature(for: Domain.credential.bytes + body)
        let certificate = Self.certificate(identity, device, line).encoded
        lineKey = line
        hello = Self.prefixed(Array(credential)) + Self.prefixed(certificate)
    }

    /// Says all `texts` and returns how its line ended.
    func say(_ texts: [[UInt8]], to relay: RelayAddress) async throws(LineError) -> ClientTalk.Ending {
        let dialer = LineDialer(
            group: MultiThreadedEventLoopGroup.singleton, identity: ClientLineIdentity(lineKey: lineKey, hello: hello))
        let talk = ClientTalk(relay: .relay(Fingerprint(of: RelayKey(X25519.SecretKey().publicKey)))) { _ in }
        for text in texts { _ = talk.say(text) }
        _ = talk.endInput()
        let setup = LineSetup(limits: TalkMessage.limits) { channel, _ in
            try channel.pipeline.syncOperations.addHandler(TalkHandler(end: talk, opensAtOnce: false))
        }
        _ = try await dialer.dial(host: relay.host.text, port: relay.port, pin: relay.relayKey, setup: setup)
        return await talk.ending()
    }

    private static func certificate(
        _ identity: Ed25519.SecretKey, _ device: Ed25519.SecretKey, _ line: X25519.SecretKey
    ) -> LineCertificate {
        LineCertificate.issue(
            device: device, lineKey: LineKey(line.publicKey), identityKey: IdentityKey(identity.publicKey),
            serial: DeviceSerial(1))
    }

    private static func prefixed(_ bytes: [UInt8]) -> [UInt8] {
        [UInt8(bytes.count >> 8), UInt8(bytes.count & 255)] + bytes
    }
}
