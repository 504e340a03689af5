import HPKE

extension RatchetTree {
    /// The tree as it goes to those who join (RFC 9420 §12.4.3.3): from left to right, nothing after the last node that
    /// isn't blank.
    package func exported() -> RatchetTreeExtension {
        var list = (0..<size.nodeCount).map { self[NodeIndex($0)] }
        while let last = list.last, last == nil { list.removeLast() }
        return RatchetTreeExtension(list)
    }

    /// The tree of nodes that this very client exported before. From anybody else take ``UnverifiedTree``: here only
    /// what the tree itself rests on is checked.
    ///
    /// - Throws: ``ValidationRule/treeLastNode``, ``ValidationRule/treeNodeKind``, ``ValidationRule/encryptionKeyForm``;
    ///   the rules of unmerged leaves and of unique keys; `.overLimit` beyond ``MLSLimits/leavesMax``.
    package init(_ suite: CipherSuite, restoring tree: RatchetTreeExtension) throws(MLSError) {
        guard let last = tree.nodes.last, last != nil else { throw .invalid(.treeLastNode) }
        guard let size = LeafCount(holdingNodes: tree.nodes.count), size.rawValue <= MLSLimits.leavesMax else {
            throw .overLimit
        }
        self.init(suite, blank: size)
        encryptionKeys = KeyTable(reserving: tree.nodes.count)
        signatureKeys = KeyTable(reserving: tree.nodes.count / 2 + 1)
        for (index, node) in tree.nodes.enumerated() {
            if let node { try place(node, at: NodeIndex(UInt64(index))) }
        }
        try checkUnmergedLeaves()
    }

    private mutating func place(_ node: Node, at index: NodeIndex) throws(MLSError) {
        try node.encryptionKey.checkForm(of: suite)
        // Before it stands there: thousands of equal keys would make the table slow.
        try checkKeys(of: node, at: index)
        switch (node, index.leaf) {
        case (.leaf(let leaf), let place?): set(leaf, treeHash: try leafHash(of: leaf, at: place), at: place)
        case (.parent(let parent), nil): setParent(parent, at: index)
        default: throw .invalid(.treeNodeKind)
        }
    }
}

extension HPKEPublicKey {
    /// Unchecked, whoever brings a key that nobody can be sealed to with keeps every member from committing.
    ///
    /// - Throws: ``ValidationRule/encryptionKeyForm``.
    func checkForm(of suite: CipherSuite) throws(MLSError) {
        guard suite.hpke.kem.canSeal(to: bytes) else { throw .invalid(.encryptionKeyForm) }
    }
}
