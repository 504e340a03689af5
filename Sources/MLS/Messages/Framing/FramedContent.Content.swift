package import TLSCodec

extension FramedContent {
    /// What a message carries. Its type stands elsewhere on the wire, so it can't be decoded alone.
    package enum Content: Hashable, Sendable {
        case application([UInt8])
        case proposal(Proposal)
        case commit(Commit)

        package var type: ContentType {
            switch self {
            case .application: .application
            case .proposal: .proposal
            case .commit: .commit
            }
        }

        package init(of type: ContentType, from reader: inout Reader) throws(CodecError) {
            switch type {
            case .application: self = .application(try reader.opaque(.variable))
            case .proposal: self = .proposal(try Proposal(from: &reader))
            case .commit: self = .commit(try Commit(from: &reader))
            }
        }

        package func encode(into writer: inout Writer) throws(CodecError) {
            switch self {
            case .application(let data): try writer.opaque(data, .variable)
            case .proposal(let proposal): try proposal.encode(into: &writer)
            case .commit(let commit): try commit.encode(into: &writer)
            }
        }
    }
}
