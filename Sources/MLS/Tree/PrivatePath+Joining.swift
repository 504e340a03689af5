package import HPKE
package import Sodium

extension PrivatePath {
    /// The path of a member that joins by a Welcome (RFC 9420 §12.4.3.1).
    ///
    /// - Parameters:
    ///   - leaf: where the new member stands in `tree`.
    ///   - secret: the path secret of the Welcome, if the commit had a path.
    ///   - signer: who made the commit.
    /// - Throws: ``ValidationRule/joinerPathSecret`` if a key of the tree doesn't follow from the secret,
    ///   ``ValidationRule/joinerLeaf`` if the leaf isn't that of the key, ``ValidationRule/pathSecretLength``.
    package init(
        joiningAt leaf: LeafIndex, key: KEMSecretKey, pathSecret secret: Secret?, from signer: LeafIndex,
        in tree: RatchetTree
    ) throws(MLSError) {
        self.init(leaf: leaf, key: key)
        guard tree[leaf]?.encryptionKey.bytes == key.publicKey.bytes else { throw .invalid(.joinerLeaf) }
        guard let secret else { return }
        guard secret.byteCount == tree.suite.hashByteCount else { throw .invalid(.pathSecretLength) }
        let ancestor = leaf.commonAncestor(with: signer)
        _ = try take(PathSecret(secret), from: ancestor, in: tree, orThrow: .joinerPathSecret)
    }
}
