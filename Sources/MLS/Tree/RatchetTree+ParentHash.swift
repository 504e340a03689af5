extension RatchetTree {
    /// The parent hashes that a commit's new keys give to its leaf and to each of its nodes (RFC 9420 §7.9), from the
    /// top down: each takes in all keys above it.
    ///
    /// The tree need not have the keys yet. Nothing is unmerged at a new node, so what is hashed of its other side is
    /// the tree hash as it stands.
    mutating func parentHashes(along steps: [PathStep], keys: [HPKEPublicKey]) -> PathHashes {
        var input = HashInput()
        var nodes: [[UInt8]] = []
        var above: [UInt8] = []
        for (step, key) in zip(steps, keys).reversed() {
            nodes.append(above)
            input.setParentHashInput(
                key: key, parentHash: above, originalSiblingTreeHash: treeHash(of: step.copath))
            above = input.hash(suite)
        }
        return PathHashes(leaf: above, nodes: nodes.reversed())
    }

    /// Whether each parent was set by a commit of a member below it (§7.9.2). Unchecked, whoever serves the tree can
    /// plant a key that no member made.
    ///
    /// - Throws: ``ValidationRule/parentHash``, ``ValidationRule/rootParentHash``.
    package mutating func checkParentHashes() throws(MLSError) {
        if let root = parent(at: size.root), !root.parentHash.isEmpty { throw .invalid(.rootParentHash) }
        var input = HashInput()
        for index in stride(from: 1, to: size.nodeCount, by: 2).lazy.map(NodeIndex.init) {
            guard let parent = parent(at: index), let left = index.left, let right = index.right else { continue }
            // Two chains to one parent would be a circle of hashes: each side's hash takes in the other's.
            if isSet(parent, at: index, from: left, besides: right, input: &input) { continue }
            guard isSet(parent, at: index, from: right, besides: left, input: &input) else {
                throw .invalid(.parentHash)
            }
        }
    }

    /// Whether the parent hash of a node below `child` is that of `parent`, and the two were set together.
    private mutating func isSet(
        _ parent: ParentNode, at index: NodeIndex, from child: NodeIndex, besides sibling: NodeIndex,
        input: inout HashInput
    ) -> Bool {
        let unmerged = parent.unmergedLeaves[...]
        guard let chained = nextOnPath(below: child, unmerged: unmerged.within(child)),
            let claimed = nodes[chained].node?.claimedParentHash
        else { return false }
        let siblingHash = treeHash(of: sibling, blanking: unmerged.within(sibling))
        input.setParentHashInput(
            key: parent.encryptionKey, parentHash: parent.parentHash, originalSiblingTreeHash: siblingHash)
        return input.hash(suite) == claimed
    }

    /// The only node of the resolution that came to have the parent's key by the path itself: all others must have
    /// become unmerged leaves since.
    private func nextOnPath(below child: NodeIndex, unmerged: ArraySlice<LeafIndex>) -> NodeIndex? {
        let resolution = resolution(of: child)
        guard resolution.count == unmerged.count + 1 else { return nil }
        var rest = unmerged
        var chained: NodeIndex?
        // Both list leaves from the left.
        for node in resolution {
            if rest.first?.node == node {
                rest = rest.dropFirst()
            } else {
                guard chained == nil else { return nil }
                chained = node
            }
        }
        return chained
    }
}

extension Node {
    /// The hash of the node above, as this one has it; `nil` for a leaf that didn't come by a commit.
    fileprivate var claimedParentHash: [UInt8]? {
        switch self {
        case .parent(let parent): parent.parentHash
        case .leaf(let leaf): leaf.source.parentHash
        }
    }
}

extension LeafNodeSource {
    /// `nil` unless the leaf came by a commit.
    var parentHash: [UInt8]? {
        guard case .commit(let hash) = self else { return nil }
        return hash
    }
}
