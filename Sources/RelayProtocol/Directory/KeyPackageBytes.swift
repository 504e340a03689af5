package import TLSCodec

/// A key package, to a relay nothing but bytes.
package struct KeyPackageBytes: TLSStruct, Hashable, Sendable {
    package let bytes: [UInt8]

    package init(_ bytes: [UInt8]) { self.bytes = bytes }

    package init(fields v: inout some Visitor<Self>) throws(CodecError) {
        bytes = try v.opaque(.uint16, in: RelayProtocolLimits.keyPackageBytes) { $0.bytes }
    }
}
