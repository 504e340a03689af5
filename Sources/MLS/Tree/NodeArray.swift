/// The nodes of a tree in the order of RFC 9420 appendix C, with the tree hash of each where it is known.
///
/// The array is cut into blocks that copies share until one writes to them: a copy costs one retain, and a changed path
/// the few blocks that it crosses (the lower levels of a leaf's path lie beside it).
struct NodeArray: Sendable {
    struct Slot: Sendable {
        var node: Node?
        /// Known only if those of all nodes below are: who changes a node need not look above an unknown one.
        var treeHash: [UInt8]?
    }

    private static let blockShift: UInt64 = 5
    private static let blankBlock = [Slot](repeating: Slot(), count: 1 << Int(blockShift))

    /// The last block may have more slots than the tree has nodes; those are blank.
    private var blocks: [[Slot]]
    private(set) var size: LeafCount

    /// All blank.
    init(size: LeafCount) {
        self.size = size
        blocks = Array(repeating: NodeArray.blankBlock, count: NodeArray.blockCount(for: size))
    }

    /// A place outside of the tree is blank.
    subscript(node: NodeIndex) -> Slot {
        guard size.contains(node) else { return Slot() }
        return blocks[NodeArray.block(of: node)][NodeArray.offset(of: node)]
    }

    /// Nothing happens to a place outside of the tree.
    mutating func set(_ content: Node?, at node: NodeIndex) {
        guard size.contains(node) else { return }
        blocks[NodeArray.block(of: node)][NodeArray.offset(of: node)].node = content
    }

    /// Nothing happens to a place outside of the tree.
    mutating func set(treeHash: [UInt8]?, at node: NodeIndex) {
        guard size.contains(node) else { return }
        blocks[NodeArray.block(of: node)][NodeArray.offset(of: node)].treeHash = treeHash
    }

    /// Extends the tree with blank nodes on the right, or cuts it off there.
    mutating func resize(to size: LeafCount) {
        let blockCount = NodeArray.blockCount(for: size)
        if blockCount < blocks.count { blocks.removeLast(blocks.count - blockCount) }
        if size < self.size {
            // What stood beside the last node that stays.
            for node in size.nodeCount..<(UInt64(blockCount) << NodeArray.blockShift) {
                blocks[blockCount - 1][NodeArray.offset(of: NodeIndex(node))] = Slot()
            }
        }
        blocks += Array(repeating: NodeArray.blankBlock, count: blockCount - blocks.count)
        self.size = size
    }

    private static func blockCount(for size: LeafCount) -> Int { Int(size.nodeCount >> blockShift) + 1 }

    private static func block(of node: NodeIndex) -> Int { Int(node.rawValue >> blockShift) }

    private static func offset(of node: NodeIndex) -> Int { Int(node.rawValue & (1 << blockShift - 1)) }
}
