import MLS
import Testing

extension Invitation {
    /// A tree of eight with two members whom no path has taken in: at leaves 5 and 6, below the root alone.
    static func ofTwoUnmerged() throws -> Invitation {
        var invitation = try Invitation(to: 6)
        let root = try #require(invitation.welcome.nodes()[7]?.asParent)
        try #require(root.unmergedLeaves == [LeafIndex(rawValue: 6)])
        try invitation.welcome.changeTree { try $0.changeParent(7) { $0.changed(unmerged: [5, 6]) } }
        return invitation
    }
}

extension [Node?] {
    mutating func changeLeaf(_ leaf: Int, _ change: (LeafNode) throws -> LeafNode) throws {
        self[2 * leaf] = .leaf(try change(try #require(self[2 * leaf]?.asLeaf)))
    }

    mutating func changeParent(_ node: Int, _ change: (ParentNode) throws -> ParentNode) throws {
        self[node] = .parent(try change(try #require(self[node]?.asParent)))
    }
}

extension ParentNode {
    func changed(key: HPKEPublicKey? = nil, parentHash: [UInt8]? = nil, unmerged: [UInt32]? = nil) -> ParentNode {
        ParentNode(
            encryptionKey: key ?? encryptionKey, parentHash: parentHash ?? self.parentHash,
            unmergedLeaves: unmerged?.map { LeafIndex(rawValue: $0) } ?? unmergedLeaves)
    }
}
