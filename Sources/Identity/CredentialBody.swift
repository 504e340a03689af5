import TLSCodec

/// version(2) ‖ identity key(32) ‖ device key(32) ‖ serial(8) ‖ opaque name<1..64>, the name with a one-byte length.
struct CredentialBody: SignedBody {
    static let domain = Domain.credential

    let identityKey: IdentityKey
    let deviceKey: DeviceKey
    let serial: DeviceSerial
    let name: [UInt8]

    init(fields v: inout some Visitor<Self>) throws(CodecError) {
        try v.currentVersion()
        identityKey = try v.key { $0.identityKey }
        deviceKey = try v.key { $0.deviceKey }
        serial = try v.serial { $0.serial }
        name = try v.opaque(.uint8, in: DisplayName.byteCounts) { $0.name }
    }

    init(identityKey: IdentityKey, deviceKey: DeviceKey, serial: DeviceSerial, name: DisplayName) {
        self.identityKey = identityKey
        self.deviceKey = deviceKey
        self.serial = serial
        self.name = name.utf8
    }
}
