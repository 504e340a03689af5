/// A member whose leaf a commit replaces: by an Update, or the committer's own by the path.
public struct MemberChange: Hashable, Sendable {
    public let leafIndex: LeafIndex
    public let old: LeafNode
    public let new: LeafNode

    package init(_ leafIndex: LeafIndex, from old: LeafNode, to new: LeafNode) {
        self.leafIndex = leafIndex
        self.old = old
        self.new = new
    }

    /// Whether the member shows another credential than before.
    public var changesCredential: Bool { old.credential != new.credential }
}
