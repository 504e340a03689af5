extension EpochContext {
    /// Refuses what is framed for another group or epoch.
    func check(_ groupID: GroupID, _ epoch: Epoch) throws(MLSError) {
        guard groupID == self.groupID else { throw .wrongGroup }
        guard epoch == self.epoch else { throw .wrongEpoch }
    }

    /// The key that content must be signed with (RFC 9420 §6.1), once it is what its sender may send.
    func signatureKey(
        of content: FramedContent, _ keys: SignatureKeys
    ) throws(MLSError) -> SignaturePublicKey {
        switch (content.sender, content.content) {
        case (.member, _):
            guard let key = try keys(content.sender) else { throw .invalid(.senderIsMember) }
            return key
        case (.external, .proposal):
            guard let key = try keys(content.sender) else { throw .invalid(.externalSenderKnown) }
            return key
        case (.external, _): throw .invalid(.externalSenderProposes)
        case (.newMemberProposal, .proposal(.add(let add))): return add.keyPackage.leafNode.signatureKey
        case (.newMemberProposal, _): throw .invalid(.newMemberProposalIsAdd)
        case (.newMemberCommit, .commit(let commit)):
            guard let path = commit.path else { throw .invalid(.externalCommitPath) }
            return path.leafNode.signatureKey
        case (.newMemberCommit, _): throw .invalid(.newMemberCommitIsCommit)
        }
    }
}
