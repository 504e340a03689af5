import TLSCodec

/// version(2) ‖ line key(32) ‖ device key(32) ‖ identity key(32) ‖ serial(8).
struct LineCertificateBody: SignedBody {
    static let domain = Domain.lineCertificate

    let lineKey: LineKey
    let deviceKey: DeviceKey
    let identityKey: IdentityKey
    let serial: DeviceSerial

    init(fields v: inout some Visitor<Self>) throws(CodecError) {
        try v.currentVersion()
        lineKey = try v.key { $0.lineKey }
        deviceKey = try v.key { $0.deviceKey }
        identityKey = try v.key { $0.identityKey }
        serial = try v.serial { $0.serial }
    }

    init(lineKey: LineKey, deviceKey: DeviceKey, identityKey: IdentityKey, serial: DeviceSerial) {
        self.lineKey = lineKey
        self.deviceKey = deviceKey
        self.identityKey = identityKey
        self.serial = serial
    }
}
