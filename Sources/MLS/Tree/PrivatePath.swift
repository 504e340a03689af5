package import HPKE

/// A member's secret side of the tree: the key of its own leaf and of those nodes above it that it shares (RFC 9420
/// §4.2). Keys are references to secrets that are wiped when nothing holds them any more.
///
/// A value: what changes is a copy with other keys. Replaced keys live on as long as the old value does: drop it when
/// the commit has been merged (§7.5).
package struct PrivatePath: Sendable {
    package let leaf: LeafIndex
    package private(set) var leafKey: KEMSecretKey
    /// By the level of the node above the leaf, from 1 on.
    private var keys: [KEMSecretKey?] = []

    /// The path of a member that knows its own leaf's key only.
    package init(leaf: LeafIndex, key: KEMSecretKey) {
        self.leaf = leaf
        leafKey = key
    }
}

extension PrivatePath {
    /// The key of a node: of the own leaf, or of a node above it. `nil` if it isn't known.
    package func key(of node: NodeIndex) -> KEMSecretKey? {
        if node == leaf.node { return leafKey }
        guard node.covers(leaf), node.level <= keys.count else { return nil }
        return keys[node.level - 1]
    }

    /// The nodes above the leaf whose keys are known, the lowest first: for storing them.
    package var nodeKeys: [(node: NodeIndex, key: KEMSecretKey)] {
        sequence(first: leaf.node) { $0.parent(in: .max) }.dropFirst().prefix(keys.count)
            .compactMap { node in key(of: node).map { (node, $0) } }
    }

    /// Takes the key of a node above the leaf; of any other node nothing is taken.
    package mutating func set(_ key: KEMSecretKey?, at node: NodeIndex) {
        guard !node.isLeaf, node.covers(leaf), node.level <= LeafCount.max.depth else { return }
        while keys.count < node.level { keys.append(nil) }
        keys[node.level - 1] = key
    }

    /// Takes the key of the own leaf after an Update, and forgets the nodes above: the Update blanks them.
    package mutating func replaceLeafKey(_ key: KEMSecretKey) {
        leafKey = key
        keys = []
    }

    /// Forgets the keys of nodes that are blank in `tree` or have another public key there: those that a commit
    /// replaced, and those above members that it removed.
    ///
    /// - Throws: `.noSuchMember` if the own leaf isn't in the tree with the own key.
    package mutating func prune(to tree: RatchetTree) throws(MLSError) {
        guard tree[leaf]?.encryptionKey.bytes == leafKey.publicKey.bytes else { throw .noSuchMember }
        for (node, key) in nodeKeys where tree.parent(at: node)?.encryptionKey.bytes != key.publicKey.bytes {
            set(nil, at: node)
        }
        while let last = keys.last, last == nil { keys.removeLast() }
    }

    /// Takes what follows from the secret of the node `first`: its key and those of all nodes above it that aren't
    /// blank.
    ///
    /// - Returns: the commit secret of whoever made the path.
    /// - Throws: `broken` if a key that follows isn't the tree's.
    mutating func take(
        _ secret: PathSecret, from first: NodeIndex, in tree: RatchetTree, orThrow broken: ValidationRule
    ) throws(MLSError) -> PathSecret {
        guard tree.parent(at: first) != nil else { throw .invalid(broken) }
        var secret = secret
        for node in sequence(first: first, next: { $0.parent(in: tree.size) }) {
            guard let parent = tree.parent(at: node) else { continue }
            let key = try secret.key(tree.suite)
            // Not a secret: nothing is told by how long this takes.
            guard key.publicKey.bytes == parent.encryptionKey.bytes else { throw .invalid(broken) }
            set(key, at: node)
            secret = secret.above(tree.suite)
        }
        return secret
    }
}
