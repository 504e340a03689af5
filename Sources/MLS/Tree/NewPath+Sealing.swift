import HPKE
package import Sodium

extension NewPath {
    /// The path as the commit carries it: each secret sealed to those on the other side of its node (RFC 9420 §7.5,
    /// §7.6).
    ///
    /// - Parameters:
    ///   - tree: the tree that has this path.
    ///   - groupContext: the provisional group context, encoded: with the tree hash of `tree`.
    ///   - added: members that the same commit adds. They get their secret by a Welcome.
    /// - Throws: ``ValidationRule/encryptionKeyForm`` if nobody can be sealed to with a member's key,
    ///   ``MLSError/staleCommit`` if the tree isn't the one that has this path.
    package func updatePath(
        in tree: RatchetTree, groupContext: Span<UInt8>, adding added: Set<LeafIndex>, random: RandomSource
    ) throws(MLSError) -> UpdatePath {
        let encryption = tree.suite.encryption(.updatePathNode, context: groupContext)
        var nodes: [UpdatePathNode] = []
        for (step, secret) in zip(steps, secrets) {
            guard let parent = tree.parent(at: step.node) else { throw .staleCommit }
            var ciphertexts: [HPKECiphertext] = []
            for node in tree.resolution(of: step.copath, without: added) {
                guard let key = tree[node]?.encryptionKey else { throw .staleCommit }
                ciphertexts.append(try seal(secret, to: key, of: tree.suite, encryption, random))
            }
            nodes.append(UpdatePathNode(encryptionKey: parent.encryptionKey, encryptedPathSecrets: ciphertexts))
        }
        return UpdatePath(leafNode: leaf, nodes: nodes)
    }

    private func seal(
        _ secret: PathSecret, to key: HPKEPublicKey, of suite: CipherSuite, _ encryption: PreparedInfo,
        _ random: RandomSource
    ) throws(MLSError) -> HPKECiphertext {
        let key = try key.kemKey(of: suite)
        do throws(HPKEError) {
            return try secret.secret.withBytes { (bytes) throws(HPKEError) in
                try encryption.seal(bytes, to: key, authenticating: Span(), random: random)
            }
        } catch { throw .invalid(.encryptionKeyForm) }
    }
}
