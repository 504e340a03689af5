package import TLSCodec

/// Replaces all key packages of this device for one suite.
package struct PublishKeyPackages: TLSStruct, Hashable, Sendable {
    package let suite: CipherSuiteNumber
    /// Each is given out once, ever. At most 20.
    package let packages: [KeyPackageBytes]
    /// Given out where no other may be.
    package let lastResort: KeyPackageBytes?

    package init(suite: CipherSuiteNumber, packages: [KeyPackageBytes], lastResort: KeyPackageBytes? = nil) {
        self.suite = suite
        self.packages = packages
        self.lastResort = lastResort
    }

    package init(fields v: inout some Visitor<Self>) throws(CodecError) {
        suite = try v.nested { $0.suite }
        packages = try v.vector(.uint32) { $0.packages }
        lastResort = try v.optional { $0.lastResort }
        guard packages.count <= RelayProtocolLimits.keyPackagesMax else { throw .lengthOutOfBounds }
    }
}
