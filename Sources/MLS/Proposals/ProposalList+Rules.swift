extension ProposalList {
    /// RFC 9420 §12.2, as far as the list and the names of its members tell. What leaves must be like is checked when
    /// the list is applied.
    ///
    /// - Parameter committer: the committer's leaf.
    func checkMembers(committer: LeafIndex, in tree: RatchetTree, purpose: PSKPurpose) throws(MLSError) {
        guard externalInits.isEmpty else { throw .invalid(.externalInitByNewMember) }
        guard !updates.contains(where: { $0.leaf == committer }) else { throw .invalid(.updateNotByCommitter) }
        guard !removes.contains(committer) else { throw .invalid(.removeNotOfCommitter) }
        try checkRemoves(in: tree)
        try checkLeavesChangedOnce()
        try checkAddsOnce()
        guard extensionLists.count <= 1 else { throw .invalid(.groupContextExtensionsOnce) }
        guard reInits.isEmpty || proposals.count == 1 else { throw .invalid(.reinitAlone) }
        try reInit?.check()
        try checkPSKs(tree.suite, purpose)
    }

    /// RFC 9420 §12.2, the list of somebody who joins by it, and §12.4.3.2.
    func checkExternal(in tree: RatchetTree) throws(MLSError) {
        guard externalInits.count == 1 else { throw .invalid(.externalCommitInitOnce) }
        guard removes.count <= 1 else { throw .invalid(.externalCommitRemoveOnce) }
        guard adds.isEmpty, updates.isEmpty, reInits.isEmpty, extensionLists.isEmpty else {
            throw .invalid(.externalCommitProposalType)
        }
        try checkRemoves(in: tree)
        try checkPSKs(tree.suite, .ordinary)
    }

    private func checkRemoves(in tree: RatchetTree) throws(MLSError) {
        guard removes.allSatisfy(tree.contains) else { throw .invalid(.removeNamesMember) }
    }

    private func checkLeavesChangedOnce() throws(MLSError) {
        var changed = Set(removes)
        guard changed.count == removes.count else { throw .invalid(.leafChangedOnce) }
        for update in updates {
            guard changed.insert(update.leaf).inserted else { throw .invalid(.leafChangedOnce) }
        }
    }

    /// Identical signature keys are one client; more only the application can know.
    private func checkAddsOnce() throws(MLSError) {
        guard adds.count > 1 else { return }
        var keys = Set<SignaturePublicKey>(minimumCapacity: adds.count)
        for keyPackage in adds {
            guard keys.insert(keyPackage.leafNode.signatureKey).inserted else { throw .invalid(.addedOnce) }
        }
    }

    /// RFC 9420 §12.1.4.
    private func checkPSKs(_ suite: CipherSuite, _ purpose: PSKPurpose) throws(MLSError) {
        guard Set(psks).count == psks.count else { throw .invalid(.pskOnce) }
        for psk in psks { try psk.check(suite, purpose) }
    }
}

extension Sender {
    /// What an external sender may propose (RFC 9420 §12.1.8). That a new member proposes nothing but an Add is part of
    /// ``EpochContext/claim(of:_:)``.
    func checkMayPropose(_ type: ProposalType) throws(MLSError) {
        guard case .external = self else { return }
        let allowed: [ProposalType] = [.add, .remove, .psk, .reInit, .groupContextExtensions]
        guard allowed.contains(type) else { throw .invalid(.externalProposalType) }
    }
}

extension ReInit {
    /// RFC 9420 §12.1.5.
    func check() throws(MLSError) {
        guard version.rawValue >= ProtocolVersion.mls10.rawValue else { throw .invalid(.reinitVersion) }
        guard !extensions.hasDuplicates else { throw .invalid(.groupExtensionsOnce) }
    }
}

extension PreSharedKeyID {
    /// RFC 9420 §12.1.4.
    func check(_ suite: CipherSuite, _ purpose: PSKPurpose) throws(MLSError) {
        guard nonce.count == suite.hashByteCount else { throw .invalid(.pskNonceLength) }
        guard case .resumption(let usage, _, _, _) = self else { return }
        switch (usage, purpose) {
        case (.application, _), (.reInit, .reInit), (.branch, .branch): return
        case (.reInit, _): throw .invalid(.pskReinitContext)
        case (.branch, _): throw .invalid(.pskBranchContext)
        }
    }
}
