/// What a message says that it is, and whose: one of those that there can be (RFC 9420 §6.1). Whether it is so, its
/// signature tells.
package enum ContentClaim: Sendable {
    case application([UInt8], from: LeafIndex)
    case proposal(Proposal, from: Sender)
    case commit(Commit, from: LeafIndex)
    /// Of somebody who joins with it.
    case externalCommit(Commit, path: UpdatePath)

    init(_ content: FramedContent.Content, from member: LeafIndex) {
        switch content {
        case .application(let data): self = .application(data, from: member)
        case .proposal(let proposal): self = .proposal(proposal, from: .member(member))
        case .commit(let commit): self = .commit(commit, from: member)
        }
    }
}
