import MLS
import TLSCodec
import TestSupport
import Testing

@Suite(.enabled(if: VectorFolder.isPresent, "\(SharedVectors.absence)"))
struct TreeOperationsVectorTests {
    @Test func noVectorIsLeftOut() {
        #expect(TreeOperationsCase.all.count == 5)
        #expect(TreeOperationsCase.ours.count == 5)
    }

    @Test(arguments: TreeOperationsCase.ours)
    func aProposalChangesTheTreeAsPublished(_ vector: TreeOperationsCase) throws {
        let suite = try #require(CipherSuite(rawValue: vector.suite))
        var tree = try RatchetTree(suite, restoring: RatchetTreeExtension(decoding: [UInt8](hex: vector.before)))
        #expect(tree.treeHash().hex == vector.hashBefore)
        switch try Proposal(decoding: [UInt8](hex: vector.proposal)) {
        case .add(let add): _ = try tree.add(add.keyPackage.leafNode)
        case .update(let update): try tree.update(LeafIndex(rawValue: vector.sender), to: update.leafNode)
        case .remove(let remove): try tree.remove(remove.removed)
        default: Issue.record("another kind of proposal")
        }
        #expect(try tree.exported().encoded().hex == vector.after)
        #expect(tree.treeHash().hex == vector.hashAfter)
    }
}
