extension EpochContext {
    /// Refuses what is framed for another group or epoch.
    func check(_ groupID: GroupID, _ epoch: Epoch) throws(MLSError) {
        guard groupID == self.groupID else { throw .wrongGroup }
        guard epoch == self.epoch else { throw .wrongEpoch }
    }

    /// What content is, if its sender may send such, and the key that it must be signed with (RFC 9420 §6.1).
    func claim(
        of content: FramedContent, _ keys: SignatureKeys
    ) throws(MLSError) -> (ContentClaim, SignaturePublicKey) {
        let sender = content.sender
        switch (sender, content.content) {
        case (.member(let leaf), let body):
            guard let key = try keys(sender) else { throw .invalid(.senderIsMember) }
            return (ContentClaim(body, from: leaf), key)
        case (.external, .proposal(let proposal)):
            guard let key = try keys(sender) else { throw .invalid(.externalSenderKnown) }
            return (.proposal(proposal, from: sender), key)
        case (.external, _): throw .invalid(.externalSenderProposes)
        case (.newMemberProposal, .proposal(.add(let add))):
            return (.proposal(.add(add), from: sender), add.keyPackage.leafNode.signatureKey)
        case (.newMemberProposal, _): throw .invalid(.newMemberProposalIsAdd)
        case (.newMemberCommit, .commit(let commit)):
            guard let path = commit.path else { throw .invalid(.externalCommitPath) }
            return (.externalCommit(commit, path: path), path.leafNode.signatureKey)
        case (.newMemberCommit, _): throw .invalid(.newMemberCommitIsCommit)
        }
    }
}
