public import TLSCodec

/// What kind of sender framed a message (RFC 9420 §6).
public enum SenderType: UInt8, Hashable, Sendable, CaseIterable, TLSNumber {
    case member = 1
    case external = 2
    case newMemberProposal = 3
    case newMemberCommit = 4
}
