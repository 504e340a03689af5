import MLS
import TestSupport
import Testing

@Suite(.enabled(if: VectorFolder.isPresent, "\(SharedVectors.absence)"))
struct TreeMathVectorTests {
    @Test func noVectorIsLeftOut() { #expect(TreeMathCase.all.count == 10) }

    @Test(arguments: TreeMathCase.all) func nodesRelateAsPublished(_ vector: TreeMathCase) throws {
        let size = try #require(LeafCount(vector.leafCount))
        #expect(size.nodeCount == vector.nodeCount)
        #expect(size.root.rawValue == vector.root)
        let nodes = (0..<vector.nodeCount).map { NodeIndex($0) }
        #expect(nodes.map { $0.left?.rawValue } == vector.left)
        #expect(nodes.map { $0.right?.rawValue } == vector.right)
        #expect(nodes.map { $0.parent(in: size)?.rawValue } == vector.parent)
        #expect(nodes.map { $0.sibling(in: size)?.rawValue } == vector.sibling)
    }
}
