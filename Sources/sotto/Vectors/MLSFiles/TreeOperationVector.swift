import MLS
import TLSCodec

/// `tree-operations.json`: a tree before and after one proposal.
struct TreeOperationVector: MLSVector {
    static let suiteName = "mls-tree-operations"
    static let field = "tree_before"

    let cipherSuite: UInt16
    let treeBefore, proposal, treeHashBefore, treeAfter, treeHashAfter: VectorBytes
    let proposalSender: UInt32

    func passes(_ suite: CipherSuite) throws -> Bool {
        var tree = try RatchetTree(suite, restoring: RatchetTreeExtension(decoding: treeBefore.bytes))
        let sender = LeafIndex(rawValue: proposalSender)
        guard tree.treeHash() == treeHashBefore.bytes, tree.contains(sender) else { return false }
        switch try Proposal(decoding: proposal.bytes) {
        case .add(let add): _ = try tree.add(add.keyPackage.leafNode)
        case .update(let update): try tree.update(sender, to: update.leafNode)
        case .remove(let remove): try tree.remove(remove.removed)
        default: return false
        }
        return try tree.exported().encoded() == treeAfter.bytes && tree.treeHash() == treeHashAfter.bytes
    }
}
