extension RatchetTree {
    /// Adds a member at the leftmost blank leaf, or extends the tree (RFC 9420 §12.1.1). The parents above don't know
    /// their secret: they list it as unmerged.
    ///
    /// - Throws: `.overLimit` beyond ``MLSLimits/leavesMax``.
    package mutating func add(_ leaf: LeafNode) throws(MLSError) -> LeafIndex {
        let index = try leftmostBlankLeaf()
        let hash = try leafHash(of: leaf, at: index)
        grow(toHold: index)
        set(leaf, treeHash: hash, at: index)
        for node in index.node.directPath(in: size) { markUnmerged(index, at: node) }
        return index
    }

    /// Makes room for a member that joins by its own commit, and says where (§12.4.2). The leaf stays blank.
    ///
    /// - Throws: `.overLimit` beyond ``MLSLimits/leavesMax``.
    package mutating func makeRoom() throws(MLSError) -> LeafIndex {
        let index = try leftmostBlankLeaf()
        grow(toHold: index)
        return index
    }

    /// Replaces a member's leaf and blanks the path above it (§12.1.2).
    ///
    /// - Returns: the old leaf.
    /// - Throws: `.noSuchMember`.
    @discardableResult
    package mutating func update(_ index: LeafIndex, to leaf: LeafNode) throws(MLSError) -> LeafNode {
        guard let old = self[index] else { throw .noSuchMember }
        set(leaf, treeHash: try leafHash(of: leaf, at: index), at: index)
        blankPath(of: index)
        return old
    }

    /// Blanks a member's leaf and the path above it, and cuts off what is all blank on the right (§12.1.3).
    ///
    /// - Returns: the old leaf.
    /// - Throws: ``ValidationRule/removeNamesMember``.
    @discardableResult
    package mutating func remove(_ index: LeafIndex) throws(MLSError) -> LeafNode {
        guard let old = self[index] else { throw .invalid(.removeNamesMember) }
        blank(index)
        blankPath(of: index)
        truncate()
        return old
    }

    private mutating func markUnmerged(_ leaf: LeafIndex, at node: NodeIndex) {
        guard let parent = parent(at: node) else { return }
        var unmerged = parent.unmergedLeaves
        unmerged.insert(leaf, at: unmerged.firstIndex { $0 > leaf } ?? unmerged.endIndex)
        setParent(
            ParentNode(
                encryptionKey: parent.encryptionKey, parentHash: parent.parentHash, unmergedLeaves: unmerged), at: node)
    }

    /// The leaf after the last one if none is blank.
    private mutating func leftmostBlankLeaf() throws(MLSError) -> LeafIndex {
        while contains(LeafIndex(rawValue: occupiedCount)) { occupiedCount += 1 }
        guard occupiedCount < MLSLimits.leavesMax else { throw .overLimit }
        return LeafIndex(rawValue: occupiedCount)
    }

    private mutating func grow(toHold leaf: LeafIndex) {
        let size = LeafCount(holding: leaf)
        if size > self.size { nodes.resize(to: size) }
    }

    private mutating func truncate() {
        // It only moves on from where it was: a commit may remove ten thousands.
        while endOfMembers > 0, !contains(LeafIndex(rawValue: endOfMembers - 1)) { endOfMembers -= 1 }
        guard endOfMembers > 0 else { return }
        let size = LeafCount(holding: LeafIndex(rawValue: endOfMembers - 1))
        guard size < self.size else { return }
        // Whoever served the tree may have put keys above blank leaves.
        for node in size.nodeCount..<self.size.nodeCount { setParent(nil, at: NodeIndex(node)) }
        nodes.resize(to: size)
    }
}
