import HPKE
public import Sodium

extension Group {
    /// Proposes a change for somebody to commit (RFC 9420 §12.1): an MLSMessage. It is cached here, too.
    ///
    /// A private proposal uses up one of the own keys: store the group before the message leaves.
    ///
    /// - Parameters:
    ///   - change: what is proposed.
    ///   - authenticatedData: sent with it, signed, readable by everybody on its way.
    ///   - now: must lie in the lifetime of a key package.
    ///   - random: where keys and nonces come from.
    /// - Throws: `.invalid` with the rule that the change breaks by itself, ``MLSError/overLimit`` when the cache is full,
    ///   ``MLSError/exhausted``, ``MLSError/malformed(_:)`` for what has no encoding, ``MLSError/removed``,
    ///   ``MLSError/reinitialised``.
    public mutating func propose(
        _ change: ProposedChange, authenticating authenticatedData: [UInt8] = [], now: UnixTime,
        random: RandomSource = .system
    ) throws(MLSError) -> OutgoingProposal {
        let keys = try active()
        let (own, update) = try proposal(change, keys, random)
        try check(own.proposal, now)
        let content = FramedContent(
            groupID: id, epoch: currentEpoch, sender: .member(epoch.ownLeaf),
            authenticatedData: authenticatedData, content: .proposal(own.proposal))
        let format: WireFormat = configuration.handshakes == .privateMessage ? .privateMessage : .publicMessage
        let signed = try AuthenticatedContent.signed(
            content, as: format, cipherSuite, groupContext: epoch.context.bytes, with: keys.signatureKey)
        let reference = try cipherSuite.reference(of: signed)
        var changed = self
        try changed.proposals.insert(own.named(reference))
        if let update { changed.ownUpdates.append(update(reference)) }
        let message = try changed.protect(signed, random)
        self = changed
        return OutgoingProposal(message: message, reference: reference)
    }

    /// The proposal; and for an Update what makes its secrets known by its name.
    private func proposal(
        _ change: ProposedChange, _ keys: MemberKeys, _ random: RandomSource
    ) throws(MLSError) -> (CommittedProposal, ((ProposalRef) -> OwnUpdate)?) {
        let sender = Sender.member(epoch.ownLeaf)
        guard case .update(let client) = change else {
            return (try change.committed(by: sender, cipherSuite, random: random), nil)
        }
        try client?.checkNoDefaultsListed()
        let says = try self.client(client, keys)
        let leafKey = KEMSecretKey.random(cipherSuite.hpke.kem, from: random)
        let leaf = try says.leaf(
            cipherSuite, encryptionKey: HPKEPublicKey(leafKey.publicKey), source: .update, groupID: id,
            leafIndex: epoch.ownLeaf)
        let update = { (reference: ProposalRef) in
            OwnUpdate(reference: reference, leafKey: leafKey, signatureKey: says.signatureKey)
        }
        let proposal = Proposal.update(Update(leafNode: leaf))
        return (try CommittedProposal(verifying: proposal, from: sender, cipherSuite), update)
    }

    private func check(_ proposal: Proposal, _ now: UnixTime) throws(MLSError) {
        try checkAlone(proposal, from: .member(epoch.ownLeaf))
        guard case .keyPackage(let lifetime) = proposal.asAdd?.keyPackage.leafNode.source else { return }
        guard lifetime.contains(now) else { throw .invalid(.leafLifetime) }
    }
}
