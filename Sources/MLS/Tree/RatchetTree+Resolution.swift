extension RatchetTree {
    /// The nodes whose keys together reach every member below `node` (RFC 9420 §4.1.1), from the left.
    package func resolution(of node: NodeIndex) -> [NodeIndex] {
        var found: [NodeIndex] = []
        resolve(node, into: &found)
        return found
    }

    /// The resolution without members that a commit adds: they get the path's secrets by their Welcome (§7.5).
    func resolution(of node: NodeIndex, without added: Set<LeafIndex>) -> [NodeIndex] {
        let all = resolution(of: node)
        return added.isEmpty ? all : all.filter { node in node.leaf.map { !added.contains($0) } ?? true }
    }

    /// The nodes above a leaf that get keys when it commits: those with anybody on their other side (§4.1.2). The
    /// lowest first.
    package func filteredDirectPath(of leaf: LeafIndex) -> [PathStep] {
        leaf.node.directPath(in: size).compactMap { node in
            guard let copath = node.children(towards: leaf)?.other, !hasEmptyResolution(copath) else { return nil }
            return PathStep(node: node, copath: copath)
        }
    }

    private func resolve(_ node: NodeIndex, into found: inout [NodeIndex]) {
        switch nodes[node].node {
        case .leaf?: found.append(node)
        case .parent(let parent)?:
            found.append(node)
            for leaf in parent.unmergedLeaves { found.append(leaf.node) }
        case nil:
            guard let left = node.left, let right = node.right else { return }
            resolve(left, into: &found)
            resolve(right, into: &found)
        }
    }

    private func hasEmptyResolution(_ node: NodeIndex) -> Bool {
        guard isBlank(node) else { return false }
        guard let left = node.left, let right = node.right else { return true }
        return hasEmptyResolution(left) && hasEmptyResolution(right)
    }
}
