import MLS

extension NodeIndex {
    /// The siblings of this node and of those of its direct path, the root left out.
    func copath(in size: LeafCount) -> [NodeIndex] {
        sequence(first: self) { $0.parent(in: size) }.compactMap { $0.sibling(in: size) }
    }
}
