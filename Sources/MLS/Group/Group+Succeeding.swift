public import Sodium

extension Group {
    /// Begins the group that follows this one after a ReInit (RFC 9420 §11.2), with all of its clients.
    ///
    /// - Parameters:
    ///   - keyPackages: one of every other member of this group, for the new group's suite.
    ///   - client: this member, as it will be there.
    ///   - options: of the commit that brings the others in.
    ///   - now: as in ``stageCommit(_:options:now:psks:random:)``.
    ///   - random: as there.
    /// - Returns: the new group in its epoch 0, and the commit that brings the others in: merge it, then send the
    ///   Welcome. Nobody else needs the commit's message.
    /// - Throws: ``ValidationRule/reinitWelcomeCommit`` unless this group was reinitialised,
    ///   ``ValidationRule/reinitWelcomeMembers`` if somebody is missing, ``MLSError/unsupported`` for a suite or version
    ///   that this library doesn't have, ``MLSError/removed``; and what creating a group and a commit of Adds throw.
    public func successor(
        with keyPackages: [KeyPackage], as client: Client, options: CommitOptions = CommitOptions(), now: UnixTime,
        random: RandomSource = .system
    ) throws(MLSError) -> (group: Group, commit: OutgoingCommit) {
        guard epoch.member != nil else { throw .removed }
        guard let reInit = epoch.reInit else { throw .invalid(.reinitWelcomeCommit) }
        guard reInit.version == .mls10, let suite = CipherSuite(rawValue: reInit.cipherSuite) else {
            throw .unsupported
        }
        let credentials = keyPackages.map(\.leafNode.credential) + [client.credential]
        guard members.allSatisfy({ member in credentials.contains { isSameClient($0, member.credential) } }) else {
            throw .invalid(.reinitWelcomeMembers)
        }
        let group = try Group(
            creating: reInit.groupID, cipherSuite: suite, client: client, extensions: reInit.extensions,
            configuration: configuration, now: now, random: random)
        return try group.welcoming(
            keyPackages, from: self, usage: .reInit, OwnCommitSettings(options: options, now: now, random: random))
    }

    /// Begins a group of some of this one's clients (RFC 9420 §11.3), with the same suite.
    ///
    /// - Parameters:
    ///   - id: of the new group; by default random bytes.
    ///   - keyPackages: one of each of them.
    ///   - client: this member, as it will be there.
    ///   - extensions: of the new group.
    ///   - options: of the commit that brings the others in.
    ///   - now: as in ``stageCommit(_:options:now:psks:random:)``.
    ///   - random: as there.
    /// - Returns: as ``successor(with:as:options:now:random:)``.
    /// - Throws: ``ValidationRule/branchWelcomeMembers`` for somebody who isn't a member here, ``MLSError/removed``,
    ///   ``MLSError/reinitialised``; and what creating a group and a commit of Adds throw.
    public func branch(
        _ id: GroupID? = nil, with keyPackages: [KeyPackage], as client: Client, extensions: Extensions = [],
        options: CommitOptions = CommitOptions(), now: UnixTime, random: RandomSource = .system
    ) throws(MLSError) -> (group: Group, commit: OutgoingCommit) {
        _ = try active()
        let own = members.map(\.credential)
        let credentials = keyPackages.map(\.leafNode.credential) + [client.credential]
        guard credentials.allSatisfy({ credential in own.contains { isSameClient($0, credential) } }) else {
            throw .invalid(.branchWelcomeMembers)
        }
        let group = try Group(
            creating: id, cipherSuite: cipherSuite, client: client, extensions: extensions,
            configuration: configuration, now: now, random: random)
        return try group.welcoming(
            keyPackages, from: self, usage: .branch, OwnCommitSettings(options: options, now: now, random: random))
    }

    private func isSameClient(_ left: Credential, _ right: Credential) -> Bool {
        configuration.credentials.isSameClient(left, right)
    }

    /// The first commit of a new group, tied to the one that it comes from.
    private func welcoming(
        _ keyPackages: [KeyPackage], from origin: Group, usage: ResumptionPSKUsage, _ settings: OwnCommitSettings
    ) throws(MLSError) -> (group: Group, commit: OutgoingCommit) {
        let id = PreSharedKeyID.resumption(
            usage: usage, groupID: origin.id, epoch: origin.currentEpoch,
            nonce: settings.random.bytes(count: cipherSuite.hashByteCount))
        let proposals = keyPackages.map { Proposal.add(Add(keyPackage: $0)) } + [.preSharedKey(PreSharedKey(psk: id))]
        let verified = try proposals.map { (proposal) throws(MLSError) in
            try CommittedProposal(verifying: proposal, from: .member(epoch.ownLeaf), cipherSuite)
        }
        var group = self
        let commit = try group.stage(
            OwnCommit(
                proposals: verified, purpose: usage == .reInit ? .reInit : .branch, options: settings.options,
                now: settings.now, psks: PSKStore { _ in origin.resumptionPSK(of: origin.currentEpoch) },
                random: settings.random))
        return (group, commit)
    }
}
