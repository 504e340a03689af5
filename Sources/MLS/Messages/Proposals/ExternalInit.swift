public import TLSCodec

/// Whoever joins by an external commit brings the next epoch's init secret (RFC 9420 §12.1.6).
public struct ExternalInit: Hashable, Sendable, TLSStruct {
    public let kemOutput: [UInt8]

    package init(kemOutput: [UInt8]) { self.kemOutput = kemOutput }

    public init(fields v: inout some Visitor<Self>) throws(CodecError) {
        kemOutput = try v.opaque(.variable) { $0.kemOutput }
    }
}
