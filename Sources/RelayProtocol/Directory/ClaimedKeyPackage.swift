package import Identity
package import TLSCodec

/// What a claim brings of one device.
package struct ClaimedKeyPackage: TLSStruct, Hashable, Sendable {
    package let device: DeviceKey
    package let suite: CipherSuiteNumber
    /// Others may have been given the same.
    package let isLastResort: Bool
    package let keyPackage: KeyPackageBytes

    package init(device: DeviceKey, suite: CipherSuiteNumber, isLastResort: Bool, keyPackage: KeyPackageBytes) {
        self.device = device
        self.suite = suite
        self.isLastResort = isLastResort
        self.keyPackage = keyPackage
    }

    package init(fields v: inout some Visitor<Self>) throws(CodecError) {
        device = try v.key { $0.device }
        suite = try v.nested { $0.suite }
        isLastResort = try v.flag { $0.isLastResort }
        keyPackage = try v.nested { $0.keyPackage }
    }
}
