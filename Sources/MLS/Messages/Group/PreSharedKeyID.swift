public import TLSCodec

/// The name of a pre-shared key, with the nonce of one use of it (RFC 9420 §8.4). The key itself never travels.
public enum PreSharedKeyID: Hashable, Sendable, TLSCodable {
    /// A key that the members got elsewhere.
    case external(id: [UInt8], nonce: [UInt8])
    /// A secret of an epoch of this or another group.
    case resumption(usage: ResumptionPSKUsage, groupID: GroupID, epoch: Epoch, nonce: [UInt8])

    public init(from reader: inout Reader) throws(CodecError) {
        switch try Number(from: &reader) {
        case .external:
            let id = try reader.opaque(.variable)
            self = .external(id: id, nonce: try reader.opaque(.variable))
        case .resumption:
            let usage = try ResumptionPSKUsage(from: &reader)
            let groupID = try GroupID(from: &reader)
            let epoch = try Epoch(from: &reader)
            self = .resumption(usage: usage, groupID: groupID, epoch: epoch, nonce: try reader.opaque(.variable))
        }
    }

    public func encode(into writer: inout Writer) throws(CodecError) {
        switch self {
        case .external(let id, _):
            try Number.external.encode(into: &writer)
            try writer.opaque(id, .variable)
        case .resumption(let usage, let groupID, let epoch, _):
            try Number.resumption.encode(into: &writer)
            try usage.encode(into: &writer)
            try groupID.encode(into: &writer)
            try epoch.encode(into: &writer)
        }
        try writer.opaque(nonce, .variable)
    }

    public var nonce: [UInt8] {
        switch self {
        case .external(_, let nonce), .resumption(_, _, _, let nonce): nonce
        }
    }

    private enum Number: UInt8, TLSNumber {
        case external = 1
        case resumption = 2
    }
}
