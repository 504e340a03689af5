import HPKE
package import Sodium

extension RatchetTree {
    /// Gives a committer a new leaf key and new keys along its path (RFC 9420 §7.4). The first of two steps: the tree
    /// hash that results goes into the group context under which ``NewPath/updatePath(in:groupContext:adding:random:)``
    /// seals the path's secrets.
    ///
    /// - Parameters:
    ///   - sender: the committer's place. It may be blank, for one that joins by its commit: ``makeRoom()``.
    ///   - leaf: makes the signed leaf of source `commit` from its new key and its parent hash. It isn't looked at
    ///     again, except that it must be what was asked for.
    /// - Throws: what `leaf` throws; ``ValidationRule/commitParentHash`` and ``ValidationRule/commitKeyFresh`` for a leaf
    ///   that isn't what was asked for.
    package mutating func renewPath(
        of sender: LeafIndex, random: RandomSource,
        leaf makeLeaf: (_ key: HPKEPublicKey, _ parentHash: [UInt8]) throws(MLSError) -> LeafNode
    ) throws(MLSError) -> NewPath {
        let steps = filteredDirectPath(of: sender)
        let leafKey = KEMSecretKey.random(suite.hpke.kem, from: random)
        var privatePath = PrivatePath(leaf: sender, key: leafKey)
        var secrets: [PathSecret] = []
        var keys: [HPKEPublicKey] = []
        var secret = PathSecret.random(suite, from: random)
        for step in steps {
            let key = try secret.key(suite)
            privatePath.set(key, at: step.node)
            keys.append(HPKEPublicKey(key.publicKey))
            secrets.append(secret)
            secret = secret.above(suite)
        }
        let hashes = parentHashes(along: steps, keys: keys)
        let leaf = try makeLeaf(HPKEPublicKey(leafKey.publicKey), hashes.leaf)
        guard leaf.source.parentHash == hashes.leaf else { throw .invalid(.commitParentHash) }
        guard leaf.encryptionKey.bytes == leafKey.publicKey.bytes else { throw .invalid(.commitKeyFresh) }
        try replacePath(of: sender, leaf: leaf, steps: steps, keys: keys, hashes: hashes)
        return NewPath(
            privatePath: privatePath, commitSecret: secret.secret, leaf: leaf, steps: steps, secrets: secrets)
    }

    /// Merges another's path into the tree (§7.5), after checking that it fits. The leaf itself is for
    /// ``LeafRules`` and ``checkLeaves(_:)`` to judge.
    ///
    /// - Parameters:
    ///   - sender: the committer's place. It may be blank, for one that joins by its commit: ``makeRoom()``.
    ///   - added: members that the same commit adds.
    /// - Throws: ``ValidationRule/pathLength``, ``ValidationRule/pathCiphertextCount``,
    ///   ``ValidationRule/encryptionKeyForm``, ``ValidationRule/pathKeysUnique``, ``ValidationRule/commitParentHash``.
    package mutating func merge(
        _ path: UpdatePath, of sender: LeafIndex, adding added: Set<LeafIndex>
    ) throws(MLSError) {
        let steps = filteredDirectPath(of: sender)
        guard path.nodes.count == steps.count else { throw .invalid(.pathLength) }
        for (step, node) in zip(steps, path.nodes) {
            guard node.encryptedPathSecrets.count == resolution(of: step.copath, without: added).count else {
                throw .invalid(.pathCiphertextCount)
            }
        }
        try checkKeys(of: path)
        let keys = path.nodes.map(\.encryptionKey)
        let hashes = parentHashes(along: steps, keys: keys)
        guard path.leafNode.source.parentHash == hashes.leaf else { throw .invalid(.commitParentHash) }
        try replacePath(of: sender, leaf: path.leafNode, steps: steps, keys: keys, hashes: hashes)
    }

    /// §12.4.2: none of a path's keys is in the tree that it goes into, not even at a node that it replaces.
    private func checkKeys(of path: UpdatePath) throws(MLSError) {
        let keys = path.nodes.map(\.encryptionKey) + [path.leafNode.encryptionKey]
        for (index, key) in keys.enumerated() {
            try key.checkForm(of: suite)
            // A path is as long as the tree is high: a set would cost more.
            guard !keys[..<index].contains(key), node(withEncryptionKey: key) == nil else {
                throw .invalid(.pathKeysUnique)
            }
        }
    }

    private mutating func replacePath(
        of sender: LeafIndex, leaf: LeafNode, steps: [PathStep], keys: [HPKEPublicKey], hashes: PathHashes
    ) throws(MLSError) {
        let hash = try leafHash(of: leaf, at: sender)
        blankPath(of: sender)
        set(leaf, treeHash: hash, at: sender)
        for (index, step) in steps.enumerated() {
            setParent(ParentNode(encryptionKey: keys[index], parentHash: hashes.nodes[index]), at: step.node)
        }
    }
}
