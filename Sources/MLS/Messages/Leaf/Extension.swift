public import TLSCodec

/// One extension, its data not looked into (RFC 9420 §7.2, §13).
public struct Extension: Hashable, Sendable, TLSStruct {
    public let type: ExtensionType
    public let data: [UInt8]

    public init(type: ExtensionType, data: [UInt8]) {
        self.type = type
        self.data = data
    }

    public init(fields v: inout some Visitor<Self>) throws(CodecError) {
        type = try v.nested { $0.type }
        data = try v.opaque(.variable) { $0.data }
    }
}
