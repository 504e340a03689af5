import HPKE
import MLS
import Sodium
import TLSCodec

/// The members of a TreeKEM vector with their keys.
struct TreeKEMGroup {
    let vector: TreeKEMVector
    let tree: RatchetTree
    let paths: [LeafIndex: PrivatePath]
    let signatureKeys: [LeafIndex: SignatureSecretKey]

    init(_ vector: TreeKEMVector, _ suite: CipherSuite) throws {
        self.vector = vector
        tree = try RatchetTree(suite, restoring: RatchetTreeExtension(decoding: vector.ratchetTree.bytes))
        var paths: [LeafIndex: PrivatePath] = [:]
        var signatureKeys: [LeafIndex: SignatureSecretKey] = [:]
        for leaf in vector.leavesPrivate {
            let place = LeafIndex(rawValue: leaf.index)
            paths[place] = try leaf.path(suite)
            signatureKeys[place] = SignatureSecretKey(seed: leaf.signaturePriv.bytes)
        }
        self.paths = paths
        self.signatureKeys = signatureKeys
    }

    /// Each member has the secret halves of keys that the tree has in its leaf and above it, and of nothing else.
    var hasKeysOfItsTree: Bool {
        Set(paths.keys) == Set(tree.members)
            && vector.leavesPrivate.allSatisfy { leaf in
                let place = LeafIndex(rawValue: leaf.index)
                guard let path = paths[place], let node = tree[place] else { return false }
                return node.encryptionKey.bytes == path.leafKey.publicKey.bytes
                    && node.signatureKey == signatureKeys[place]?.publicKey
                    && Set(path.nodeKeys.map(\.node.rawValue)) == Set(leaf.pathSecrets.map(\.node))
                    && path.nodeKeys.allSatisfy { node, key in
                        tree.parent(at: node)?.encryptionKey.bytes == key.publicKey.bytes
                    }
            }
    }

    /// Whether everybody finds in a published path what the file says.
    func opens(_ published: TreeKEMVector.Path) throws -> Bool {
        let sender = LeafIndex(rawValue: published.sender)
        let path = try UpdatePath(decoding: published.updatePath.bytes)
        var merged = tree
        try merged.merge(path, of: sender, adding: [])
        try merged.checkParentHashes()
        guard merged.treeHash() == published.treeHashAfter.bytes,
            UInt64(published.pathSecrets.count) == tree.size.rawValue
        else { return false }
        let context = try context(of: &merged)
        return try published.pathSecrets.enumerated().allSatisfy { index, secret in
            let place = LeafIndex(rawValue: UInt32(clamping: index))
            guard let before = paths[place], place != sender else { return secret == nil }
            let opened = try before.opening(path, of: sender, adding: [], in: merged, groupContext: context.span)
            let found = try before.pathSecret(in: path, of: sender, adding: [], merged, groupContext: context.span)
            return secret?.equals(found.secret) == true && published.commitSecret.equals(opened.commitSecret)
        }
    }

    /// The context under which a path is sealed that results in `tree`.
    func context(of tree: inout RatchetTree) throws -> [UInt8] {
        try GroupContext(
            cipherSuite: vector.cipherSuite, groupID: GroupID(vector.groupId.bytes),
            epoch: Epoch(rawValue: vector.epoch), treeHash: tree.treeHash(),
            confirmedTranscriptHash: vector.confirmedTranscriptHash.bytes, extensions: []
        ).encoded()
    }
}

extension TreeKEMVector.PrivateLeaf {
    /// The member's keys: its own, and those that follow from its secrets.
    fileprivate func path(_ suite: CipherSuite) throws -> PrivatePath {
        var path = PrivatePath(
            leaf: LeafIndex(rawValue: index),
            key: try KEMSecretKey(suite.hpke.kem, copying: encryptionPriv.bytes.span))
        for secret in pathSecrets {
            path.set(try PathSecret(secret.pathSecret.secret).key(suite), at: NodeIndex(secret.node))
        }
        return path
    }
}
