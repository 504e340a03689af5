import MLS

/// `tree-math.json`: how the nodes of a tree lie to each other.
struct TreeMathVector: ListedVector {
    static let suiteName = "mls-tree-math"
    static let field = "n_leaves"

    let nLeaves, nNodes, root: UInt64
    let left, right, parent, sibling: [UInt64?]

    func passes() -> Bool {
        guard let size = LeafCount(nLeaves), size.nodeCount == nNodes, UInt64(left.count) == nNodes else {
            return false
        }
        let nodes = left.indices.map { NodeIndex(UInt64($0)) }
        return size.root.rawValue == root && nodes.map { $0.left?.rawValue } == left
            && nodes.map { $0.right?.rawValue } == right
            && nodes.map { $0.parent(in: size)?.rawValue } == parent
            && nodes.map { $0.sibling(in: size)?.rawValue } == sibling
    }
}
