import MLS
import TLSCodec

/// `tree-validation.json`: a valid tree with the resolution and the hash of each node.
struct TreeValidationVector: MLSVector {
    static let suiteName = "mls-tree-validation"
    static let field = "tree_hashes"

    let cipherSuite: UInt16
    let tree, groupId: VectorBytes
    let resolutions: [[UInt64]]
    let treeHashes: [VectorBytes]

    func passes(_ suite: CipherSuite) throws -> Bool {
        let published = try RatchetTreeExtension(decoding: tree.bytes)
        var tree = try RatchetTree(suite, restoring: published)
        let nodes = (0..<tree.size.nodeCount).map { NodeIndex($0) }
        guard nodes.map({ tree.resolution(of: $0).map(\.rawValue) }) == resolutions,
            nodes.map({ tree.treeHash(of: $0) }) == treeHashes.map(\.bytes)
        else { return false }
        // The files' leaves have lifetimes without end.
        let rules = try LeafRules(
            suite, groupID: GroupID(groupId.bytes), extensions: [], credentials: CredentialPolicy(),
            lifetimeSecondsMax: .max, now: nil)
        let verified = try UnverifiedTree(suite, published).verified(by: rules, treeHash: tree.treeHash())
        return verified.exported() == published
    }
}
