import Sodium

extension OpenedWelcome {
    /// Everything up to the tree's own rules.
    func checkedInfo(_ options: JoinOptions) throws(MLSError) -> CheckedGroupInfo {
        let joiner = bundle.keyPackage.leafNode.capabilities
        try info.groupContext.checkJoiner(joiner, existingGroups: options.existingGroups)
        return try CheckedGroupInfo(info, tree: options.tree, options.configuration, now: options.now)
    }

    /// The group, once the tree is known to be right (RFC 9420 §12.4.3.1).
    func group(
        _ tree: RatchetTree, _ context: EpochContext, _ options: JoinOptions
    ) throws(MLSError) -> Group {
        let suite = context.suite
        guard let own = tree.leaf(withSignatureKey: bundle.signatureKey.publicKey),
            tree[own] == bundle.keyPackage.leafNode
        else { throw .invalid(.joinerLeaf) }
        let path = try PrivatePath(
            joiningAt: own, key: bundle.leafKey, pathSecret: secrets.pathSecret, from: info.signer, in: tree)
        let started = JoinerSecret(suite, secrets.joinerSecret).mixing(pskSecret: pskSecret)
            .epochSecret(context: context).start(context, leafCount: tree.size)
        guard started.isConfirmed(by: info.confirmationTag) else { throw .invalid(.groupInfoConfirmationTag) }
        let epoch = GroupEpoch(
            context: context, tree: tree,
            interimTranscriptHash: try TranscriptHash.interim(
                suite, confirmed: info.groupContext.confirmedTranscriptHash, confirmationTag: info.confirmationTag),
            confirmationTag: info.confirmationTag, ownLeaf: own,
            member: MemberKeys(signatureKey: bundle.signatureKey, path: path, schedule: started.schedule),
            reInit: nil)
        let group = Group(epoch, started.secrets, options.configuration)
        try group.checkOrigin(options.origin, secrets.psks)
        return group
    }
}
