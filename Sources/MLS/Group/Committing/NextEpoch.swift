import Sodium

/// An epoch that a commit begins, with what only its committer goes on to use.
struct NextEpoch: Sendable {
    let epoch: GroupEpoch
    let secrets: EpochSecrets
    /// For the Welcome; drop them with this value (RFC 9420 §9.2).
    let joinerSecret: Secret
    let welcomeSecret: Secret?
}

extension NextEpoch {
    /// What others join with by external commits, as an MLSMessage, if it is wanted.
    func groupInfo(_ isWanted: Bool) throws(MLSError) -> [UInt8]? {
        guard isWanted else { return nil }
        let info = try epoch.groupInfo(hasTree: true, admitsExternalCommits: true, extensions: [])
        return try MLSMessage.groupInfo(info).bytes()
    }
}

extension ProvisionalEpoch {
    /// The context under which a path's secrets are sealed (RFC 9420 §12.4.1): that of the new epoch, before the commit
    /// itself is part of the transcript.
    mutating func provisionalContext(after epoch: GroupEpoch) throws(MLSError) -> EpochContext {
        try context(after: epoch, confirmedTranscriptHash: epoch.context.groupContext.confirmedTranscriptHash)
    }

    /// Begins the epoch (RFC 9420 §12.4.1, §12.4.2).
    ///
    /// - Parameters:
    ///   - commit: signed; its confirmation tag isn't looked at.
    ///   - wantsWelcome: whether somebody is to be welcomed.
    mutating func begin(
        after epoch: GroupEpoch, _ commit: AuthenticatedContent, from ingredients: EpochIngredients,
        ownLeaf: LeafIndex, _ path: PrivatePath, _ signatureKey: SignatureSecretKey, wantsWelcome: Bool = false
    ) throws(MLSError) -> NextEpoch {
        let suite = epoch.suite
        let confirmed = try TranscriptHash.confirmed(suite, after: epoch.interimTranscriptHash, commit)
        let context = try context(after: epoch, confirmedTranscriptHash: confirmed)
        let joiner = JoinerSecret(
            initSecret: ingredients.initSecret, commitSecret: ingredients.commitSecret, context: context)
        let joinerSecret = joiner.secret
        let intermediate = joiner.mixing(pskSecret: ingredients.pskSecret)
        let welcomeSecret = wantsWelcome ? intermediate.welcomeSecret : nil
        let started = intermediate.epochSecret(context: context).start(context, leafCount: tree.size)
        let next = GroupEpoch(
            context: context, tree: tree,
            interimTranscriptHash: try TranscriptHash.interim(
                suite, confirmed: confirmed, confirmationTag: started.confirmationTag),
            confirmationTag: started.confirmationTag, ownLeaf: ownLeaf,
            member: MemberKeys(signatureKey: signatureKey, path: path, schedule: started.schedule),
            reInit: list.reInit)
        return NextEpoch(
            epoch: next, secrets: started.secrets, joinerSecret: joinerSecret, welcomeSecret: welcomeSecret)
    }

    private mutating func context(
        after epoch: GroupEpoch, confirmedTranscriptHash: [UInt8]
    ) throws(MLSError) -> EpochContext {
        guard let number = epoch.epoch.next else { throw .exhausted }
        return try EpochContext(
            GroupContext(
                cipherSuite: epoch.suite.rawValue, groupID: epoch.groupID, epoch: number, treeHash: tree.treeHash(),
                confirmedTranscriptHash: confirmedTranscriptHash, extensions: extensions))
    }
}
