public import TLSCodec

/// The hash of a commit as it was sent: by it a member knows its own when it comes back.
public struct CommitReference: Hashable, Sendable, TLSStruct {
    public let bytes: [UInt8]

    public init(_ bytes: [UInt8]) { self.bytes = bytes }

    public init(fields v: inout some Visitor<Self>) throws(CodecError) {
        bytes = try v.opaque(.variable) { $0.bytes }
    }
}
