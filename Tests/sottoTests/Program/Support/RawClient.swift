import Identity
import NIOPosix
import RelayClient
import SecureChannel
import Sodium
import Testing

@testable import sotto

/// A client of our own, without the program around it, which calls itself whatever it is given.
struct RawClient {
    let lineKey: X25519.SecretKey
    let hello: [UInt8]

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

    /// Whether the relay lets it begin.
    func isServed(by relay: RelayAddress) async throws -> Bool {
        let group = MultiThreadedEventLoopGroup.singleton
        let dialer = LineDialer(group: group, identity: ClientLineIdentity(lineKey: lineKey, hello: hello))
        let key = try #require(relay.relayKey)
        let client = RelayClient(RelayDial(address: relay, pin: key, dialer: dialer), on: group.next())
        client.begin()
        defer { Task { await client.close(waitsForLine: false) } }
        for await event in client.events {
            switch event {
            case .connected: return true
            case .lost, .notConnected, .ended: return false
            default: break
            }
        }
        return false
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
