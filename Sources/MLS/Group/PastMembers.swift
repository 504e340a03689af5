/// Who stood in an epoch that is over: a tree, and the leaves in which that epoch differs from it.
///
/// So an epoch that was just left keeps its own tree, and one that was stored keeps what has changed since.
package struct PastMembers: Sendable {
    let tree: RatchetTree
    private let changed: [LeafIndex: LeafNode?]

    init(_ tree: RatchetTree, changed: [LeafIndex: LeafNode?] = [:]) {
        self.tree = tree
        self.changed = changed
    }

    subscript(leaf: LeafIndex) -> LeafNode? { changed[leaf] ?? tree[leaf] }

    /// In which leaves these members differ from those of another tree, in order.
    func differences(from current: RatchetTree) -> [(leaf: LeafIndex, node: LeafNode?)] {
        let count = UInt32(clamping: max(tree.size, current.size).rawValue)
        return (0..<count).compactMap { place in
            let leaf = LeafIndex(rawValue: place)
            let node = self[leaf]
            return node == current[leaf] ? nil : (leaf, node)
        }
    }
}
