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
        case .externalPSK(let id):
            return .preSharedKey(
                PreSharedKey(psk: .external(id: id, nonce: random.bytes(count: suite.hashByteCount))))
        case .resumptionPSK(let groupID, let epoch):
            let nonce = random.bytes(count: suite.hashByteCount)
            return .preSharedKey(
                PreSharedKey(
                    psk: .resumption(usage: .application, groupID: groupID, epoch: epoch, nonce: nonce)))
        case .extensions(let extensions):
            return .groupContextExtensions(GroupContextExtensions(extensions: extensions))
        case .reInit(let groupID, let cipherSuite, let extensions):
            return .reInit(ReInit(groupID: groupID, cipherSuite: cipherSuite.rawValue, extensions: extensions))
        }
    }
}
