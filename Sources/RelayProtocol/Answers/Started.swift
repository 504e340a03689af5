package import TLSCodec

/// The relay speaks this version too.
package struct Started: TLSStruct, Hashable, Sendable {
    package let version: UInt16
    /// The relay's clock, in seconds since 1970, UTC: for a person to compare, for nothing else.
    package let timeSeconds: UInt64

    package init(version: UInt16, timeSeconds: UInt64) {
        self.version = version
        self.timeSeconds = timeSeconds
    }

    package init(fields v: inout some Visitor<Self>) throws(CodecError) {
        version = try v.uint16 { $0.version }
        timeSeconds = try v.uint64 { $0.timeSeconds }
    }
}
