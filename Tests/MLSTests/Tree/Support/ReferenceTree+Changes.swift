import MLS

extension ReferenceTree {
    /// §12.1.1. Where the new member stands.
    mutating func add(_ leaf: LeafNode) -> Int {
        let index = makeRoom()
        for node in directPath(index * 2) {
            guard let parent = nodes[node]?.asParent else { continue }
            let unmerged = (parent.unmergedLeaves + [LeafIndex(rawValue: UInt32(index))]).sorted()
            nodes[node] = .parent(parent.with(unmerged: unmerged))
        }
        nodes[index * 2] = .leaf(leaf)
        return index
    }

    /// §12.4.2.
    mutating func makeRoom() -> Int {
        if let blank = (0..<leafCount).first(where: { nodes[$0 * 2] == nil }) { return blank }
        nodes += [Node?](repeating: nil, count: nodes.count + 1)
        return nodes.count / 4 + 1
    }

    /// §12.1.2.
    mutating func update(_ leaf: Int, to new: LeafNode) {
        nodes[leaf * 2] = .leaf(new)
        blankPath(leaf)
    }

    /// §12.1.3.
    mutating func remove(_ leaf: Int) {
        nodes[leaf * 2] = nil
        blankPath(leaf)
        while nodes.count > 1, nodes[(root + 1)...].allSatisfy({ $0 == nil }) { nodes = Array(nodes[..<root]) }
    }

    mutating func blankPath(_ leaf: Int) {
        for node in directPath(leaf * 2) { nodes[node] = nil }
    }

    /// §7.5: a path's keys, and the parent hash that its leaf signs.
    mutating func setPath(_ leaf: Int, keys: [HPKEPublicKey], leaf makeLeaf: ([UInt8]) -> LeafNode) {
        let path = filteredDirectPath(leaf: leaf)
        blankPath(leaf)
        var above: [UInt8] = []
        for (node, key) in zip(path, keys).reversed() {
            let parent = ParentNode(encryptionKey: key, parentHash: above)
            nodes[node] = .parent(parent)
            above = parentHash(of: node, parent, copath: copathChild(of: node, leaf: leaf))
        }
        nodes[leaf * 2] = .leaf(makeLeaf(above))
    }

    /// §7.9.2, top down: every parent has exactly one descendant that is valid with respect to it.
    var isParentHashValid: Bool {
        nodes.indices.allSatisfy { index in
            guard let parent = nodes[index]?.asParent else { return true }
            let descendants = subtree(index).filter { $0 != index && isValid($0, withRespectTo: index, parent) }
            return descendants.count == 1
        }
    }

    private func isValid(_ node: Int, withRespectTo index: Int, _ parent: ParentNode) -> Bool {
        let claimed: [UInt8]
        switch nodes[node] {
        case .parent(let parent)?: claimed = parent.parentHash
        case .leaf(let leaf)?:
            guard case .commit(let hash) = leaf.source else { return false }
            claimed = hash
        case nil: return false
        }
        let child = subtree(left(index)).contains(node) ? left(index) : right(index)
        let sibling = child == left(index) ? right(index) : left(index)
        var resolution = Set(resolution(child))
        guard resolution.remove(node) != nil else { return false }
        let unmerged = Set(parent.unmergedLeaves.map { Int($0.rawValue) * 2 }.filter(subtree(child).contains))
        return unmerged == resolution && claimed == parentHash(of: index, parent, copath: sibling)
    }
}
