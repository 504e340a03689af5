import MLS

/// A good tree of members who have all committed, to be broken.
struct ServedTree {
    let suite: CipherSuite
    var list: [Node?]
    let clients: [LeafIndex: TreeClient]

    init(memberCount: Int = 8, _ suite: CipherSuite = .x25519ChaCha20Poly1305) throws {
        self.suite = suite
        let group = try TreeGroup.warm(memberCount, suite)
        list = group.tree.exported().nodes
        clients = group.clients
    }

    var nodes: RatchetTreeExtension { RatchetTreeExtension(list) }

    /// What the tree hashes to, broken or not.
    var treeHash: [UInt8] {
        let tree = ReferenceTree(suite, nodes)
        return tree.treeHash(tree.root)
    }

    mutating func change(parent: Int, _ change: (ParentNode) -> ParentNode) {
        list[parent] = list[parent]?.asParent.map { .parent(change($0)) }
    }

    /// Blanks all parents, so that no parent hash is asked for.
    mutating func withoutParents() {
        for index in list.indices where !index.isMultiple(of: 2) { list[index] = nil }
    }

    func verified(treeHash: [UInt8]? = nil) throws -> RatchetTree {
        try UnverifiedTree(suite, nodes).verified(by: rules(), treeHash: treeHash ?? self.treeHash)
    }

    func verified(partCount: Int) async throws -> RatchetTree {
        try await UnverifiedTree(suite, nodes).verified(by: rules(), treeHash: treeHash, partCount: partCount)
    }

    private func rules() throws -> LeafRules {
        try LeafRules(
            suite, groupID: TreeClient.groupID, extensions: [], credentials: CredentialPolicy(),
            lifetimeSecondsMax: 1_000, now: UnixTime(seconds: 1_500))
    }
}
