public import TLSCodec

/// How a leaf came into its tree, and what only such leaves have (RFC 9420 §7.2).
public enum LeafNodeSource: Hashable, Sendable, TLSCodable {
    case keyPackage(Lifetime)
    case update
    /// The parent hash ties the path that was committed to this leaf's signature (§7.9).
    case commit(parentHash: [UInt8])

    public init(from reader: inout Reader) throws(CodecError) {
        switch try Number(from: &reader) {
        case .keyPackage: self = .keyPackage(try Lifetime(from: &reader))
        case .update: self = .update
        case .commit: self = .commit(parentHash: try reader.opaque(.variable))
        }
    }

    public func encode(into writer: inout Writer) throws(CodecError) {
        switch self {
        case .keyPackage(let lifetime):
            try Number.keyPackage.encode(into: &writer)
            try lifetime.encode(into: &writer)
        case .update: try Number.update.encode(into: &writer)
        case .commit(let parentHash):
            try Number.commit.encode(into: &writer)
            try writer.opaque(parentHash, .variable)
        }
    }

    private enum Number: UInt8, TLSNumber {
        case keyPackage = 1
        case update = 2
        case commit = 3
    }
}
