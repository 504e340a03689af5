package import Sodium

/// An identity's word that a device is its own, and the name it goes by there (docs/protocol.md).
///
/// Holding one means that the identity key signed it: it comes from ``issue(identity:device:serial:name:)`` or from
/// ``UnverifiedCredential/verified()`` and from nowhere else. It doesn't mean that the sender is the device: anybody
/// can pass a credential on.
package struct Credential: Sendable {
    private let signed: Signed<CredentialBody>
    package let name: DisplayName

    package var identityKey: IdentityKey { signed.body.identityKey }
    package var deviceKey: DeviceKey { signed.body.deviceKey }
    package var serial: DeviceSerial { signed.body.serial }
    /// The bytes to send: those that were received, or signed.
    package var encoded: [UInt8] { signed.encoded }

    fileprivate init(signed: Signed<CredentialBody>, name: DisplayName) {
        self.signed = signed
        self.name = name
    }

    package static func issue(
        identity: Ed25519.SecretKey, device: DeviceKey, serial: DeviceSerial, name: DisplayName
    ) -> Credential {
        let body = CredentialBody(
            identityKey: IdentityKey(identity.publicKey), deviceKey: device, serial: serial, name: name)
        return Credential(signed: Signed(signing: body, with: identity), name: name)
    }

    /// Whether a leaf that bears `old` may bear this one from now on: a newer name of the same device of the same
    /// person, never another device or person.
    package func mayReplace(_ old: Credential) -> Bool {
        identityKey.isSame(as: old.identityKey) && deviceKey.isSame(as: old.deviceKey) && serial > old.serial
    }
}

extension Credential: Hashable {
    package static func == (left: Credential, right: Credential) -> Bool { left.encoded == right.encoded }
    package func hash(into hasher: inout Hasher) { hasher.combine(encoded) }
}

extension UnverifiedCredential {
    /// Checks the signature over the received bytes.
    ///
    /// - Throws: ``IdentityError/badSignature``.
    package consuming func verified() throws(IdentityError) -> Credential {
        guard signed.isSigned(by: signed.body.identityKey.publicKey) else { throw .badSignature }
        return Credential(signed: signed, name: name)
    }
}
