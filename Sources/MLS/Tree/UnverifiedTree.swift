/// A ratchet tree that somebody served: well-formed, but not yet known to be that of the group (RFC 9420 §12.4.3.1).
package struct UnverifiedTree: Sendable {
    private var tree: RatchetTree

    /// - Throws: ``ValidationRule/treeLastNode``, ``ValidationRule/treeNodeKind``, ``ValidationRule/encryptionKeyForm``;
    ///   the rules of unmerged leaves and of unique keys; `.overLimit` beyond ``MLSLimits/leavesMax``.
    package init(_ suite: CipherSuite, _ tree: RatchetTreeExtension) throws(MLSError) {
        self.tree = try RatchetTree(suite, restoring: tree)
    }

    /// Who claims to stand at a leaf: to find the signer of a GroupInfo before the tree is known to be right.
    package subscript(leaf: LeafIndex) -> LeafNode? { tree[leaf] }

    /// The tree, if it is the one that `treeHash` names and keeps every rule. Signatures are verified one after another.
    ///
    /// - Throws: ``ValidationRule/treeHash``, ``ValidationRule/parentHash``, ``ValidationRule/rootParentHash``, and the
    ///   rules of ``LeafRules`` and of ``RatchetTree/checkLeaves(_:)``.
    package consuming func verified(by rules: LeafRules, treeHash: [UInt8]) throws(MLSError) -> RatchetTree {
        let members = tree.placedLeaves
        try check(members, by: rules, treeHash: treeHash)
        for member in members { try member.checkSignature(by: rules) }
        return tree
    }

    /// The same, with the signatures verified in `partCount` tasks at once, beside everything else. Which of several
    /// faults is thrown isn't fixed.
    ///
    /// More tasks than processors keep all of them busy to the end.
    package consuming func verified(
        by rules: LeafRules, treeHash: [UInt8], partCount: Int
    ) async throws(MLSError) -> RatchetTree {
        let members = tree.placedLeaves
        var whole = self
        try await members.checkConcurrently(
            partCount: partCount,
            besides: { () throws(MLSError) in try whole.check(members, by: rules, treeHash: treeHash) },
            { (member) throws(MLSError) in try member.checkSignature(by: rules) })
        return whole.tree
    }

    /// Everything but the signatures.
    private mutating func check(
        _ members: [PlacedLeaf], by rules: LeafRules, treeHash: [UInt8]
    ) throws(MLSError) {
        guard tree.treeHash() == treeHash else { throw .invalid(.treeHash) }
        try tree.checkParentHashes()
        for member in members { try rules.check(member.leaf) }
        try tree.checkCredentials()
    }
}

private struct PlacedLeaf: Sendable {
    let place: LeafIndex
    let leaf: LeafNode

    func checkSignature(by rules: LeafRules) throws(MLSError) { try rules.checkSignature(of: leaf, at: place) }
}

extension RatchetTree {
    fileprivate var placedLeaves: [PlacedLeaf] {
        leaves.compactMap { place in self[place].map { PlacedLeaf(place: place, leaf: $0) } }
    }
}
