extension RatchetTree {
    /// RFC 9420 §7.1, §12.4.3.1. Unchecked, a joiner would take a member for one that knows a node's secret, or seal to
    /// nobody's key.
    ///
    /// - Throws: ``ValidationRule/unmergedLeavesSorted``, ``ValidationRule/unmergedLeafDescendant``,
    ///   ``ValidationRule/unmergedLeafMember``, ``ValidationRule/unmergedLeafBetween``.
    func checkUnmergedLeaves() throws(MLSError) { try checkUnmergedLeaves(below: size.root, of: []) }

    /// `above` are the leaves below `node` that the next parent above it doesn't have merged.
    private func checkUnmergedLeaves(below node: NodeIndex, of above: ArraySlice<LeafIndex>) throws(MLSError) {
        guard let left = node.left, let right = node.right else { return }
        var unmerged = above
        if let parent = parent(at: node) {
            try checkUnmergedLeaves(of: parent, at: node)
            unmerged = parent.unmergedLeaves[...]
            guard above.isSubsequence(of: unmerged) else { throw .invalid(.unmergedLeafBetween) }
        }
        try checkUnmergedLeaves(below: left, of: unmerged.within(left))
        try checkUnmergedLeaves(below: right, of: unmerged.within(right))
    }

    private func checkUnmergedLeaves(of parent: ParentNode, at node: NodeIndex) throws(MLSError) {
        var last: LeafIndex?
        for leaf in parent.unmergedLeaves {
            if let last, last >= leaf { throw .invalid(.unmergedLeavesSorted) }
            guard node.covers(leaf) else { throw .invalid(.unmergedLeafDescendant) }
            guard contains(leaf) else { throw .invalid(.unmergedLeafMember) }
            last = leaf
        }
    }

    /// What leaves that came in must share with all others, or must not (§7.3): credential types that everybody
    /// supports, and keys that nobody else has. Call it when all of a commit's changes are in the tree, with those
    /// leaves that they brought: what was checked before isn't checked again.
    ///
    /// - Throws: ``ValidationRule/leafCredentialSupported``, ``ValidationRule/leafSupportsCredentials``,
    ///   ``ValidationRule/leafEncryptionKeyUnique``, ``ValidationRule/leafSignatureKeyUnique``,
    ///   ``ValidationRule/parentKeyUnique``.
    package func checkLeaves(_ changed: [LeafIndex]) throws(MLSError) {
        let types = credentials.typesInUse
        for index in changed {
            guard let leaf = self[index] else { continue }
            guard types.allSatisfy(leaf.capabilities.credentials.contains) else {
                throw .invalid(.leafSupportsCredentials)
            }
            guard credentials.isSupportedByAll(leaf.credential.type) else { throw .invalid(.leafCredentialSupported) }
            try checkKeys(at: index.node)
        }
    }

    /// That every member supports the credential types of all (§7.3).
    ///
    /// - Throws: ``ValidationRule/leafCredentialSupported``.
    func checkCredentials() throws(MLSError) {
        guard credentials.typesInUse.allSatisfy(credentials.isSupportedByAll) else {
            throw .invalid(.leafCredentialSupported)
        }
    }

    /// Whether what every member supports meets a condition: for extensions and requirements that a proposal sets.
    package func allMembers(satisfy condition: (Capabilities) -> Bool) -> Bool {
        leaves.allSatisfy { self[$0].map { condition($0.capabilities) } ?? true }
    }

    /// That no other node has the keys of the one at `index`.
    private func checkKeys(at index: NodeIndex) throws(MLSError) {
        guard let node = self[index] else { return }
        try checkKeys(of: node, at: index)
    }

    /// That no other node has the keys of one that stands at `index`, or will.
    func checkKeys(of node: Node, at index: NodeIndex) throws(MLSError) {
        let key = node.encryptionKey
        if let twin = encryptionKeys.first(key.bytes, where: { $0 != index && nodes[$0].node?.encryptionKey == key }) {
            throw .invalid(index.isLeaf && twin.isLeaf ? .leafEncryptionKeyUnique : .parentKeyUnique)
        }
        guard let key = node.asLeaf?.signatureKey else { return }
        let twin = signatureKeys.first(key.bytes) { $0 != index && nodes[$0].node?.asLeaf?.signatureKey == key }
        if twin != nil { throw .invalid(.leafSignatureKeyUnique) }
    }
}

extension ArraySlice<LeafIndex> {
    /// Whether all of these stand in `other`. Both are in increasing order.
    fileprivate func isSubsequence(of other: ArraySlice<LeafIndex>) -> Bool {
        var rest = other
        for leaf in self {
            guard let place = rest.firstIndex(of: leaf) else { return false }
            rest = rest[(place + 1)...]
        }
        return true
    }
}
