import Sodium

extension ProposedChange {
    /// The proposal of a sender, without a name. What it brings has been verified.
    func committed(
        by sender: Sender, _ suite: CipherSuite, random: RandomSource
    ) throws(MLSError) -> CommittedProposal {
        switch self {
        case .addVerified(let verified): try CommittedProposal(adding: verified, from: sender, suite)
        default: try CommittedProposal(verifying: try proposal(suite, random: random), from: sender, suite)
        }
    }

    /// The proposal by value; an Update isn't one that a commit can contain (RFC 9420 §12.2).
    func proposal(_ suite: CipherSuite, random: RandomSource) throws(MLSError) -> Proposal {
        switch self {
        case .add(let keyPackage): return .add(Add(keyPackage: keyPackage))
        case .addVerified(let verified): return .add(Add(keyPackage: verified.keyPackage))
        case .remove(let leaf): return .remove(Remove(removed: leaf))
        case .update: throw .invalid(.updateNotByCommitter)
        case .externalPSK(let id): return PSKName.external(id: id).proposal(suite, random: random)
        case .resumptionPSK(let groupID, let epoch):
            return PSKName.resumption(groupID: groupID, epoch: epoch).proposal(suite, random: random)
        case .extensions(let extensions):
            return .groupContextExtensions(GroupContextExtensions(extensions: extensions))
        case .reInit(let groupID, let cipherSuite, let extensions):
            return .reInit(ReInit(groupID: groupID, cipherSuite: cipherSuite.rawValue, extensions: extensions))
        }
    }
}
