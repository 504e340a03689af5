import TLSCodec

extension RatchetTree {
    /// The hash of the whole tree (RFC 9420 §7.8). Only what changed since the last call is hashed anew.
    package mutating func treeHash() -> [UInt8] { treeHash(of: size.root) }

    /// The hash of the subtree below a node of this tree.
    package mutating func treeHash(of node: NodeIndex) -> [UInt8] {
        var input = HashInput()
        return treeHash(of: node, input: &input)
    }

    private mutating func treeHash(of node: NodeIndex, input: inout HashInput) -> [UInt8] {
        let slot = nodes[node]
        if let known = slot.treeHash { return known }
        if let left = node.left, let right = node.right {
            let left = treeHash(of: left, input: &input)
            let right = treeHash(of: right, input: &input)
            input.setTreeHashInput(of: slot.node?.asParent, left: left, right: right)
        } else {
            input.setTreeHashInput(ofBlankLeaf: node)
        }
        let hash = input.hash(suite)
        nodes.set(treeHash: hash, at: node)
        return hash
    }

    /// The tree hash of a subtree as it was before `blanked`, in increasing order, became unmerged leaves (§7.9): they
    /// are blank, and in no node's list. Only what they touch is hashed anew.
    mutating func treeHash(of node: NodeIndex, blanking blanked: ArraySlice<LeafIndex>) -> [UInt8] {
        var input = HashInput()
        return treeHash(of: node, blanking: blanked, input: &input)
    }

    private mutating func treeHash(
        of node: NodeIndex, blanking blanked: ArraySlice<LeafIndex>, input: inout HashInput
    ) -> [UInt8] {
        let below = blanked.within(node)
        guard !below.isEmpty else { return treeHash(of: node, input: &input) }
        if let left = node.left, let right = node.right {
            let left = treeHash(of: left, blanking: below, input: &input)
            let right = treeHash(of: right, blanking: below, input: &input)
            input.setTreeHashInput(of: parent(at: node)?.withoutUnmerged(below), left: left, right: right)
        } else {
            input.setTreeHashInput(ofBlankLeaf: node)
        }
        return input.hash(suite)
    }

    /// The tree hash of a leaf that isn't blank.
    func leafHash(of leaf: LeafNode, at index: LeafIndex) throws(MLSError) -> [UInt8] {
        var writer = Writer(reserving: 512)
        // TreeHashInput of type leaf, with the optional leaf present.
        writer.integer(1 as UInt8)
        writer.integer(index.rawValue)
        writer.integer(1 as UInt8)
        try codec { () throws(CodecError) in try leaf.encode(into: &writer) }
        return suite.hash(writer.bytes.span)
    }
}

extension ArraySlice<LeafIndex> {
    /// Those below a node. The slice is in increasing order.
    func within(_ node: NodeIndex) -> ArraySlice<LeafIndex> {
        let first = node.firstLeaf
        let start = firstIndex(notBelow: first)
        return self[start..<self[start...].firstIndex(notBelow: first + node.leafCount)]
    }

    private func firstIndex(notBelow bound: UInt64) -> Int {
        var (low, high) = (startIndex, endIndex)
        while low < high {
            let middle = (low + high) / 2
            if UInt64(self[middle].rawValue) < bound { low = middle + 1 } else { high = middle }
        }
        return low
    }
}

extension ParentNode {
    fileprivate func withoutUnmerged(_ blanked: ArraySlice<LeafIndex>) -> ParentNode {
        ParentNode(
            encryptionKey: encryptionKey, parentHash: parentHash, unmergedLeaves: unmergedLeaves.removing(blanked))
    }
}

extension [LeafIndex] {
    /// Those that aren't in `other`. Both are in increasing order: a joiner of a large tree does this a million times.
    fileprivate func removing(_ other: ArraySlice<LeafIndex>) -> [LeafIndex] {
        guard !isEmpty else { return self }
        var place = other.startIndex
        return filter { leaf in
            while place < other.endIndex, other[place] < leaf { place += 1 }
            return place == other.endIndex || other[place] != leaf
        }
    }
}
