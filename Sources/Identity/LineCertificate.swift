package import Sodium

/// A device's word that a line key is its own (docs/protocol.md).
///
/// Holding one means that the device key signed it: it comes from ``issue(device:lineKey:identityKey:serial:)`` or
/// from ``UnverifiedLineCertificate/verified()``. It is public: whoever shows one needn't be the device. At a login
/// the line key must be compared with the handshake's, which ``UnverifiedHello/bound(to:)`` does.
///
/// A relay keeps the highest serial of each device and refuses lower ones: a new certificate ends the old line key.
package struct LineCertificate: Sendable {
    private let signed: Signed<LineCertificateBody>

    package var lineKey: LineKey { signed.body.lineKey }
    package var deviceKey: DeviceKey { signed.body.deviceKey }
    package var identityKey: IdentityKey { signed.body.identityKey }
    package var serial: DeviceSerial { signed.body.serial }
    /// The bytes to send: those that were received, or signed.
    package var encoded: [UInt8] { signed.encoded }

    fileprivate init(signed: Signed<LineCertificateBody>) { self.signed = signed }

    package static func issue(
        device: Ed25519.SecretKey, lineKey: LineKey, identityKey: IdentityKey, serial: DeviceSerial
    ) -> LineCertificate {
        let body = LineCertificateBody(
            lineKey: lineKey, deviceKey: DeviceKey(device.publicKey), identityKey: identityKey, serial: serial)
        return LineCertificate(signed: Signed(signing: body, with: device))
    }
}

extension LineCertificate: Hashable {
    package static func == (left: LineCertificate, right: LineCertificate) -> Bool { left.encoded == right.encoded }
    package func hash(into hasher: inout Hasher) { hasher.combine(encoded) }
}

extension UnverifiedLineCertificate {
    /// Checks the signature over the received bytes.
    ///
    /// - Throws: ``IdentityError/badSignature``.
    package consuming func verified() throws(IdentityError) -> LineCertificate {
        guard signed.isSigned(by: signed.body.deviceKey.publicKey) else { throw .badSignature }
        return LineCertificate(signed: signed)
    }
}
