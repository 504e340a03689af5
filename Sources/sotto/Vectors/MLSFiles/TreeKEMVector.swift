/// `treekem.json`: a tree, its members' keys, and what each of them finds in the others' paths.
struct TreeKEMVector: MLSVector {
    struct PrivateLeaf: Decodable, Sendable {
        let index: UInt32
        let encryptionPriv, signaturePriv: VectorBytes
        let pathSecrets: [NodeSecret]
    }

    struct NodeSecret: Decodable, Sendable {
        let node: UInt64
        let pathSecret: VectorBytes
    }

    struct Path: Decodable, Sendable {
        let sender: UInt32
        let updatePath: VectorBytes
        /// By leaf; none for the sender and for a blank leaf.
        let pathSecrets: [VectorBytes?]
        let commitSecret, treeHashAfter: VectorBytes
    }

    static let suiteName = "mls-treekem"
    static let field = "update_paths"

    let cipherSuite: UInt16
    let groupId: VectorBytes
    let epoch: UInt64
    let confirmedTranscriptHash, ratchetTree: VectorBytes
    let leavesPrivate: [PrivateLeaf]
    let updatePaths: [Path]
}
