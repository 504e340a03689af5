package import TLSCodec

/// What is left of this device's key packages for the suite asked about.
package struct KeyPackageCount: TLSStruct, Hashable, Sendable {
    package let count: UInt16
    package let hasLastResort: Bool

    package init(count: UInt16, hasLastResort: Bool) {
        self.count = count
        self.hasLastResort = hasLastResort
    }

    package init(fields v: inout some Visitor<Self>) throws(CodecError) {
        count = try v.uint16 { $0.count }
        hasLastResort = try v.flag { $0.hasLastResort }
    }
}
