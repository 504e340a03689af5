/// The public side of a group's ratchet tree: who is a member, and which keys the members share (RFC 9420 §4.1, §7).
///
/// A value. Copying it is cheap whatever its size, and changing a copy costs what the change touches: nodes are
/// immutable boxes in shared blocks, and the tree hash of every subtree is kept until something below changes.
///
/// The verbs that change it keep the tree's own rules (shape, unmerged leaves, blank paths). Whether what comes in may
/// come in is for ``LeafRules`` and ``checkLeaves(_:)`` to say; nothing here verifies a signature. A verb that throws
/// leaves the tree as it was.
package struct RatchetTree: Sendable {
    package let suite: CipherSuite
    var nodes: NodeArray
    var encryptionKeys = KeyTable()
    var signatureKeys = KeyTable()
    var credentials = CredentialTally()
    /// No leaf before this one is blank.
    var occupiedCount: UInt32 = 0
    /// Every leaf from this one on is blank.
    var endOfMembers: UInt32 = 0
    /// How many leaves aren't blank.
    package internal(set) var memberCount = 0

    /// The tree of a new group, with its creator in the only leaf (§11).
    package init(_ suite: CipherSuite, creator: LeafNode) throws(MLSError) {
        self.init(suite, blank: .one)
        _ = try add(creator)
    }

    /// A tree of blank nodes, to be filled.
    init(_ suite: CipherSuite, blank size: LeafCount) {
        self.suite = suite
        nodes = NodeArray(size: size)
    }
}

extension RatchetTree {
    /// How many leaves the tree has, blank ones counted.
    package var size: LeafCount { nodes.size }

    /// What stands at a place; `nil` if it is blank or not in the tree.
    package subscript(node: NodeIndex) -> Node? { nodes[node].node }

    /// The member at a leaf; `nil` if it is blank or not in the tree.
    package subscript(leaf: LeafIndex) -> LeafNode? { nodes[leaf.node].node?.asLeaf }

    /// `nil` for a blank node and for a leaf.
    package func parent(at node: NodeIndex) -> ParentNode? { nodes[node].node?.asParent }

    package func isBlank(_ node: NodeIndex) -> Bool { nodes[node].node == nil }

    /// Whether a member stands at the leaf.
    package func contains(_ leaf: LeafIndex) -> Bool { !isBlank(leaf.node) }

    /// The places of all members, from the left.
    package var members: [LeafIndex] { leaves.filter(contains) }

    /// All leaves that the tree has, blank ones too.
    var leaves: [LeafIndex] { (0..<UInt32(clamping: size.rawValue)).map { LeafIndex(rawValue: $0) } }

    /// The place of the member with this signature key.
    package func leaf(withSignatureKey key: SignaturePublicKey) -> LeafIndex? {
        signatureKeys.first(key.bytes) { nodes[$0].node?.asLeaf?.signatureKey == key }?.leaf
    }

    /// The node that has this encryption key.
    package func node(withEncryptionKey key: HPKEPublicKey) -> NodeIndex? {
        encryptionKeys.first(key.bytes) { nodes[$0].node?.encryptionKey == key }
    }
}

extension Node {
    var encryptionKey: HPKEPublicKey {
        switch self {
        case .leaf(let leaf): leaf.encryptionKey
        case .parent(let parent): parent.encryptionKey
        }
    }
}
