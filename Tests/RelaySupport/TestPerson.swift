package import Identity
package import Relay
package import RelayProtocol
package import Sodium

/// A person with one device, known by a number: the same number is the same keys.
package struct TestPerson: Sendable {
    package let number: UInt32
    package let identitySecret: Ed25519.SecretKey
    package let deviceSecret: Ed25519.SecretKey

    package init(_ number: UInt32, device: UInt8 = 0) {
        self.number = number
        identitySecret = Self.secret(number, 0)
        deviceSecret = Self.secret(number, 1 &+ device)
    }

    package var identity: IdentityKey { IdentityKey(identitySecret.publicKey) }
    package var device: DeviceKey { DeviceKey(deviceSecret.publicKey) }
    package var requester: Requester { Requester(identity: identity, device: device) }

    package func credential(serial: UInt64 = 1) -> CredentialBytes {
        guard let name = try? DisplayName("Person \(number)") else { preconditionFailure("that is a name") }
        return CredentialBytes(
            Credential.issue(identity: identitySecret, device: device, serial: DeviceSerial(serial), name: name).encoded
        )
    }

    package func keepDevice(serial: UInt64 = 1) -> CoreRequest {
        asking(
            .keepDevice(
                credential(serial: serial), credentialSerial: DeviceSerial(serial), lineSerial: DeviceSerial(serial)))
    }

    package func asking(_ ask: CoreRequest.Ask) -> CoreRequest { CoreRequest(requester: requester, ask: ask) }

    private static func secret(_ number: UInt32, _ purpose: UInt8) -> Ed25519.SecretKey {
        let seed = (0..<4).map { UInt8(truncatingIfNeeded: number >> ($0 * 8)) } + [purpose]
        guard let secret = try? Ed25519.SecretKey(seed: seed + Array(repeating: 0x5a, count: 27)) else {
            preconditionFailure("a seed has 32 bytes")
        }
        return secret
    }
}
