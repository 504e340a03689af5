package import TLSCodec

/// One key package of each device that has one.
package struct Claimed: TLSStruct, Hashable, Sendable {
    /// At most 16.
    package let packages: [ClaimedKeyPackage]

    package init(packages: [ClaimedKeyPackage]) {
        self.packages = packages
    }

    package init(fields v: inout some Visitor<Self>) throws(CodecError) {
        packages = try v.vector(.uint32) { $0.packages }
        guard packages.count <= RelayProtocolLimits.devicesMax else { throw .lengthOutOfBounds }
    }
}
