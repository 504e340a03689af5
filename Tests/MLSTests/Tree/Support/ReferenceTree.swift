import HPKE
import MLS
import TLSCodec

/// RFC 9420's tree by the letter: nothing is kept, everything is computed from the nodes each time.
struct ReferenceTree {
    /// 2^(d+1) − 1 of them.
    var nodes: [Node?]
    let suite: CipherSuite

    init(_ suite: CipherSuite, creator: LeafNode) {
        self.suite = suite
        nodes = [.leaf(creator)]
    }

    /// Any well-formed tree.
    init(_ suite: CipherSuite, _ tree: RatchetTreeExtension) {
        self.suite = suite
        nodes = tree.nodes
        while (nodes.count + 1).nonzeroBitCount != 1 { nodes.append(nil) }
    }

    var exported: RatchetTreeExtension {
        RatchetTreeExtension(Array(nodes[...(nodes.lastIndex { $0 != nil } ?? 0)]))
    }

    var leafCount: Int { nodes.count / 2 + 1 }
    var root: Int { nodes.count / 2 }
    var members: [Int] { (0..<leafCount).filter { nodes[$0 * 2] != nil } }

    func left(_ node: Int) -> Int { node - (1 << (level(node) - 1)) }
    func right(_ node: Int) -> Int { node + (1 << (level(node) - 1)) }
    func level(_ node: Int) -> Int { (~node).trailingZeroBitCount }

    /// The node and all below it.
    func subtree(_ node: Int) -> ClosedRange<Int> {
        let reach = (1 << level(node)) - 1
        return (node - reach)...(node + reach)
    }

    /// §4.1.2: from the lowest up.
    func directPath(_ node: Int) -> [Int] {
        nodes.indices.filter { $0 != node && subtree($0).contains(node) }.sorted { level($0) < level($1) }
    }

    /// §4.1.1.
    func resolution(_ node: Int) -> [Int] {
        switch nodes[node] {
        case .leaf: [node]
        case .parent(let parent): [node] + parent.unmergedLeaves.map { Int($0.rawValue) * 2 }
        case nil: level(node) == 0 ? [] : resolution(left(node)) + resolution(right(node))
        }
    }

    func copathChild(of node: Int, leaf: Int) -> Int { leaf * 2 < node ? right(node) : left(node) }

    /// §4.1.2.
    func filteredDirectPath(leaf: Int) -> [Int] {
        directPath(leaf * 2).filter { !resolution(copathChild(of: $0, leaf: leaf)).isEmpty }
    }

    /// §7.8.
    func treeHash(_ node: Int) -> [UInt8] {
        var writer = Writer()
        do {
            if level(node) == 0 {
                writer.integer(1 as UInt8)
                writer.integer(UInt32(node / 2))
                try (nodes[node]?.asLeaf).encode(into: &writer)
            } else {
                writer.integer(2 as UInt8)
                try (nodes[node]?.asParent).encode(into: &writer)
                try writer.opaque(treeHash(left(node)), .variable)
                try writer.opaque(treeHash(right(node)), .variable)
            }
        } catch { preconditionFailure("\(error)") }
        return suite.hash(writer.bytes.span)
    }

    /// §7.9: of `parent`, with this copath child.
    func parentHash(of node: Int, _ parent: ParentNode, copath: Int) -> [UInt8] {
        var original = self
        for leaf in parent.unmergedLeaves { original.forget(leaf) }
        var writer = Writer()
        do {
            try writer.opaque(parent.encryptionKey.bytes, .variable)
            try writer.opaque(parent.parentHash, .variable)
            try writer.opaque(original.treeHash(copath), .variable)
        } catch { preconditionFailure("\(error)") }
        return suite.hash(writer.bytes.span)
    }

    private mutating func forget(_ leaf: LeafIndex) {
        nodes[Int(leaf.rawValue) * 2] = nil
        for (index, node) in nodes.enumerated() {
            guard let parent = node?.asParent else { continue }
            nodes[index] = .parent(parent.with(unmerged: parent.unmergedLeaves.filter { $0 != leaf }))
        }
    }
}

extension ParentNode {
    func with(unmerged: [LeafIndex]) -> ParentNode {
        ParentNode(encryptionKey: encryptionKey, parentHash: parentHash, unmergedLeaves: unmerged)
    }

    func with(parentHash: [UInt8]) -> ParentNode {
        ParentNode(encryptionKey: encryptionKey, parentHash: parentHash, unmergedLeaves: unmergedLeaves)
    }

    func with(key: HPKEPublicKey) -> ParentNode {
        ParentNode(encryptionKey: key, parentHash: parentHash, unmergedLeaves: unmergedLeaves)
    }
}
