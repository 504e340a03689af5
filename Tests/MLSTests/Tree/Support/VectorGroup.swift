import HPKE
import MLS
import Sodium
import TLSCodec
import TestSupport
import Testing

/// The members of a TreeKEM vector with their keys.
struct VectorGroup {
    let suite: CipherSuite
    let vector: TreeKEMCase
    let tree: RatchetTree
    private(set) var paths: [LeafIndex: PrivatePath] = [:]
    private(set) var signatureKeys: [LeafIndex: SignatureSecretKey] = [:]

    init(_ vector: TreeKEMCase) throws {
        suite = try #require(CipherSuite(rawValue: vector.suite))
        self.vector = vector
        tree = try RatchetTree(suite, restoring: RatchetTreeExtension(decoding: [UInt8](hex: vector.tree)))
        for leaf in vector.leaves {
            let index = LeafIndex(rawValue: leaf.index)
            let key = try KEMSecretKey(suite.hpke.kem, copying: [UInt8](hex: leaf.encryptionKey).span)
            var path = PrivatePath(leaf: index, key: key)
            for secret in leaf.pathSecrets {
                let key = try PathSecret(Secret(copying: [UInt8](hex: secret.secret))).key(suite)
                path.set(key, at: NodeIndex(secret.node))
            }
            paths[index] = path
            let seed = [UInt8](hex: leaf.signatureKey)
            let signatureKey: SignatureSecretKey = try #require(SignatureSecretKey(seed: seed))
            signatureKeys[index] = signatureKey
        }
    }

    /// The context under which a path is sealed that results in `tree`.
    func context(of tree: inout RatchetTree) throws -> [UInt8] {
        try GroupContext(
            cipherSuite: vector.suite, groupID: GroupID([UInt8](hex: vector.groupID)),
            epoch: Epoch(rawValue: vector.epoch), treeHash: tree.treeHash(),
            confirmedTranscriptHash: [UInt8](hex: vector.confirmedTranscriptHash), extensions: []
        ).encoded()
    }

    /// A new path with a signed leaf.
    func renewPath(of sender: LeafIndex, in tree: inout RatchetTree) throws -> NewPath {
        let old = try #require(tree[sender])
        let signatureKey = try #require(signatureKeys[sender])
        let groupID = GroupID([UInt8](hex: vector.groupID))
        return try tree.renewPath(of: sender, random: .system) { (key, parentHash) throws(MLSError) in
            try old.renewed(key, .commit(parentHash: parentHash)).signed(
                by: signatureKey, suite, groupID: groupID, at: sender)
        }
    }
}
