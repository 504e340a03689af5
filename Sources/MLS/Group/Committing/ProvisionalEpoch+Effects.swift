extension ProvisionalEpoch {
    /// What the commit does.
    ///
    /// - Parameters:
    ///   - committer: where the committer stands afterwards.
    ///   - old: the leaf that its path replaces.
    func effects(
        committer: LeafIndex, replacing old: LeafNode?, hasPath: Bool, authenticatedData: [UInt8]
    ) -> CommitEffects {
        var updated = updated
        var added = added.compactMap { leaf in tree[leaf].map { Member(leaf, $0) } }
        if hasPath, let new = tree[committer] {
            if let old {
                updated.append(MemberChange(committer, from: old, to: new))
            } else {
                added.append(Member(committer, new))
            }
        }
        return CommitEffects(
            committer: list.committer, committerLeafIndex: committer, proposals: list.proposals, added: added,
            removed: removed, updated: updated, hasPath: hasPath, extensions: list.extensions, reInit: list.reInit,
            authenticatedData: authenticatedData)
    }
}
