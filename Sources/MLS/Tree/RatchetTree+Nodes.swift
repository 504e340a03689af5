extension RatchetTree {
    /// Puts a leaf at a place, with its tree hash: taking it is what may fail, and it comes before any change.
    mutating func set(_ leaf: LeafNode, treeHash: [UInt8], at index: LeafIndex) {
        blank(index)
        set(.leaf(leaf), at: index.node)
        nodes.set(treeHash: treeHash, at: index.node)
        encryptionKeys.insert(leaf.encryptionKey.bytes, at: index.node)
        signatureKeys.insert(leaf.signatureKey.bytes, at: index.node)
        credentials.add(leaf)
        memberCount += 1
        if index.rawValue == occupiedCount { occupiedCount += 1 }
        endOfMembers = max(endOfMembers, index.rawValue + 1)
    }

    /// Blanks a leaf.
    mutating func blank(_ index: LeafIndex) {
        guard let old = self[index] else { return }
        set(nil, at: index.node)
        encryptionKeys.remove(old.encryptionKey.bytes, at: index.node)
        signatureKeys.remove(old.signatureKey.bytes, at: index.node)
        credentials.remove(old)
        memberCount -= 1
        occupiedCount = min(occupiedCount, index.rawValue)
    }

    /// Puts a parent at a place, or blanks it.
    mutating func setParent(_ parent: ParentNode?, at index: NodeIndex) {
        let old = self.parent(at: index)
        if old?.encryptionKey != parent?.encryptionKey {
            if let old { encryptionKeys.remove(old.encryptionKey.bytes, at: index) }
            if let parent { encryptionKeys.insert(parent.encryptionKey.bytes, at: index) }
        }
        if old != nil || parent != nil { set(parent.map(Node.parent), at: index) }
    }

    /// Blanks all nodes above a leaf.
    mutating func blankPath(of leaf: LeafIndex) {
        for node in leaf.node.directPath(in: size) { setParent(nil, at: node) }
    }

    private mutating func set(_ node: Node?, at index: NodeIndex) {
        nodes.set(node, at: index)
        var changed: NodeIndex? = index
        // Above an unknown hash all are unknown.
        while let node = changed, nodes[node].treeHash != nil {
            nodes.set(treeHash: nil, at: node)
            changed = node.parent(in: size)
        }
    }
}
