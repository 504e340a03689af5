import HPKE
import Sodium

extension PrivatePath {
    /// Opens what a commit's path holds for this member, and takes the keys that follow (RFC 9420 §7.5).
    ///
    /// - Parameters:
    ///   - path: the commit's path.
    ///   - sender: whose path it is; not this member.
    ///   - added: members that the same commit adds.
    ///   - tree: the tree with the path merged into it: ``RatchetTree/merge(_:of:adding:)``.
    ///   - groupContext: the provisional group context, encoded.
    /// - Throws: `.pathDoesNotOpen`; ``ValidationRule/pathSecretLength``; ``ValidationRule/pathKeysFollow`` if a public key
    ///   of the path isn't the one that follows from its secret; `.ownMessage` for the own path.
    package func opening(
        _ path: UpdatePath, of sender: LeafIndex, adding added: Set<LeafIndex>, in tree: RatchetTree,
        groupContext: Span<UInt8>
    ) throws(MLSError) -> OpenedPath {
        let secret = try pathSecret(in: path, of: sender, adding: added, tree, groupContext: groupContext)
        var next = self
        let commitSecret = try next.take(
            secret, from: leaf.commonAncestor(with: sender), in: tree, orThrow: .pathKeysFollow)
        try next.prune(to: tree)
        return OpenedPath(privatePath: next, commitSecret: commitSecret.secret)
    }

    /// What a commit's path holds for this member: the secret of the lowest node above it and the sender. Whether the
    /// tree's keys follow from it isn't known.
    ///
    /// - Throws: as ``opening(_:of:adding:in:groupContext:)``.
    package func pathSecret(
        in path: UpdatePath, of sender: LeafIndex, adding added: Set<LeafIndex>, _ tree: RatchetTree,
        groupContext: Span<UInt8>
    ) throws(MLSError) -> PathSecret {
        guard sender != leaf else { throw .ownMessage }
        let ancestor = leaf.commonAncestor(with: sender)
        let (ciphertext, key) = try ciphertext(in: path, of: sender, at: ancestor, adding: added, tree)
        let secret: PathSecret
        do throws(HPKEError) {
            let bytes = try tree.suite.open(ciphertext, with: key, .updatePathNode, context: groupContext)
            secret = PathSecret(Secret(bytes))
        } catch { throw .pathDoesNotOpen }
        guard secret.secret.byteCount == tree.suite.hashByteCount else { throw .invalid(.pathSecretLength) }
        return secret
    }

    /// What is sealed to a node whose key this member has, and that key.
    private func ciphertext(
        in path: UpdatePath, of sender: LeafIndex, at ancestor: NodeIndex, adding added: Set<LeafIndex>,
        _ tree: RatchetTree
    ) throws(MLSError) -> (HPKECiphertext, KEMSecretKey) {
        let steps = tree.filteredDirectPath(of: sender)
        guard let place = steps.firstIndex(where: { $0.node == ancestor }), place < path.nodes.count else {
            throw .pathDoesNotOpen
        }
        let resolution = tree.resolution(of: steps[place].copath, without: added)
        for (ciphertext, node) in zip(path.nodes[place].encryptedPathSecrets, resolution) {
            if let key = key(of: node) { return (ciphertext, key) }
        }
        throw .pathDoesNotOpen
    }
}

extension Label {
    static let updatePathNode = Label("UpdatePathNode")
}
