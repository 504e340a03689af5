package import Identity
package import TLSCodec

/// What the directory knows of an identity. The relay's word: credentials must be verified.
package struct Found: TLSStruct, Hashable, Sendable {
    package let identity: IdentityKey
    package let name: FoundName
    /// At most 16.
    package let devices: [CredentialBytes]

    package init(identity: IdentityKey, name: FoundName, devices: [CredentialBytes]) {
        self.identity = identity
        self.name = name
        self.devices = devices
    }

    package init(fields v: inout some Visitor<Self>) throws(CodecError) {
        identity = try v.key { $0.identity }
        name = try v.nested { $0.name }
        devices = try v.vector(.uint32) { $0.devices }
        guard devices.count <= RelayProtocolLimits.devicesMax else { throw .lengthOutOfBounds }
    }
}
