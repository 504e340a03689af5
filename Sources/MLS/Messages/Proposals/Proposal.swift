public import TLSCodec

/// A change that a commit can make (RFC 9420 §12.1).
///
/// A proposal of a type that isn't the RFC's can't be read: nothing on the wire says where it ends.
public indirect enum Proposal: Hashable, Sendable, TLSCodable {
    case add(Add)
    case update(Update)
    case remove(Remove)
    case preSharedKey(PreSharedKey)
    case reInit(ReInit)
    case externalInit(ExternalInit)
    case groupContextExtensions(GroupContextExtensions)

    public init(from reader: inout Reader) throws(CodecError) {
        switch try ProposalType(from: &reader) {
        case .add: self = .add(try Add(from: &reader))
        case .update: self = .update(try Update(from: &reader))
        case .remove: self = .remove(try Remove(from: &reader))
        case .psk: self = .preSharedKey(try PreSharedKey(from: &reader))
        case .reInit: self = .reInit(try ReInit(from: &reader))
        case .externalInit: self = .externalInit(try ExternalInit(from: &reader))
        case .groupContextExtensions: self = .groupContextExtensions(try GroupContextExtensions(from: &reader))
        default: throw .invalidValue
        }
    }

    public func encode(into writer: inout Writer) throws(CodecError) {
        try type.encode(into: &writer)
        switch self {
        case .add(let proposal): try proposal.encode(into: &writer)
        case .update(let proposal): try proposal.encode(into: &writer)
        case .remove(let proposal): try proposal.encode(into: &writer)
        case .preSharedKey(let proposal): try proposal.encode(into: &writer)
        case .reInit(let proposal): try proposal.encode(into: &writer)
        case .externalInit(let proposal): try proposal.encode(into: &writer)
        case .groupContextExtensions(let proposal): try proposal.encode(into: &writer)
        }
    }

    public var type: ProposalType {
        switch self {
        case .add: .add
        case .update: .update
        case .remove: .remove
        case .preSharedKey: .psk
        case .reInit: .reInit
        case .externalInit: .externalInit
        case .groupContextExtensions: .groupContextExtensions
        }
    }
}
