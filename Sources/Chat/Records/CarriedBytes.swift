import TLSCodec

/// Bytes with their length, in a list.
struct CarriedBytes: TLSStruct, Hashable, Sendable {
    let bytes: [UInt8]

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    init(fields v: inout some Visitor<Self>) throws(CodecError) { bytes = try v.opaque(.uint32) { $0.bytes } }
}
