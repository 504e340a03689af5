public import TLSCodec

/// Who framed a message (RFC 9420 §6).
public enum Sender: Hashable, Sendable, TLSCodable {
    case member(LeafIndex)
    /// One of the group's `external_senders`.
    case external(SenderIndex)
    /// Somebody who asks to be added.
    case newMemberProposal
    /// Somebody who joins by an external commit.
    case newMemberCommit

    public init(from reader: inout Reader) throws(CodecError) {
        switch try SenderType(from: &reader) {
        case .member: self = .member(try LeafIndex(from: &reader))
        case .external: self = .external(try SenderIndex(from: &reader))
        case .newMemberProposal: self = .newMemberProposal
        case .newMemberCommit: self = .newMemberCommit
        }
    }

    public func encode(into writer: inout Writer) throws(CodecError) {
        try type.encode(into: &writer)
        switch self {
        case .member(let index): try index.encode(into: &writer)
        case .external(let index): try index.encode(into: &writer)
        case .newMemberProposal, .newMemberCommit: break
        }
    }

    public var type: SenderType {
        switch self {
        case .member: .member
        case .external: .external
        case .newMemberProposal: .newMemberProposal
        case .newMemberCommit: .newMemberCommit
        }
    }

    package var asMember: LeafIndex? {
        guard case .member(let index) = self else { return nil }
        return index
    }

    package var asExternal: SenderIndex? {
        guard case .external(let index) = self else { return nil }
        return index
    }
}
