import HPKE
import MLS
import Sodium
import Testing

/// The members of a group as far as its tree goes: each with its private path, all with one public tree.
struct TreeGroup {
    let suite: CipherSuite
    var tree: RatchetTree
    var clients: [LeafIndex: TreeClient] = [:]
    var paths: [LeafIndex: PrivatePath] = [:]

    init(_ suite: CipherSuite = .x25519ChaCha20Poly1305) throws {
        self.suite = suite
        let creator = TreeClient("0", suite)
        tree = try RatchetTree(suite, creator: creator.leaf())
        clients[LeafIndex(rawValue: 0)] = creator
        paths[LeafIndex(rawValue: 0)] = PrivatePath(leaf: LeafIndex(rawValue: 0), key: creator.leafKey)
    }

    /// A group whose members have all committed, from the left to the right.
    static func warm(_ count: Int, _ suite: CipherSuite = .x25519ChaCha20Poly1305) throws -> TreeGroup {
        var group = try TreeGroup(suite)
        try group.commit(by: LeafIndex(rawValue: 0), adding: (1..<count).map { TreeClient("\($0)", suite) })
        for member in group.tree.members { try group.commit(by: member) }
        return group
    }

    var members: [LeafIndex] { tree.members }

    /// What stands for the group context under which paths are sealed.
    static func context(of tree: inout RatchetTree) -> [UInt8] { Array("context".utf8) + tree.treeHash() }

    /// A commit with a path, opened by everybody.
    mutating func commit(
        by committer: LeafIndex, updating updated: [LeafIndex] = [], removing removed: [LeafIndex] = [],
        adding added: [TreeClient] = []
    ) throws {
        for member in updated { try update(member) }
        for member in removed { try remove(member) }
        var places = Set<LeafIndex>()
        for client in added { places.insert(try add(client)) }
        try commitPath(by: committer, adding: places)
    }

    /// A commit without a path.
    @discardableResult mutating func add(_ client: TreeClient) throws -> LeafIndex {
        let index = try tree.add(client.leaf())
        clients[index] = client
        return index
    }

    /// Somebody who joins by its own commit.
    @discardableResult mutating func join(_ client: TreeClient) throws -> LeafIndex {
        let index = try tree.makeRoom()
        clients[index] = client
        try commitPath(by: index, adding: [])
        return index
    }

    private mutating func update(_ member: LeafIndex) throws {
        let key = KEMSecretKey.random(suite.hpke.kem)
        let client = try #require(clients[member])
        try tree.update(member, to: client.leaf(HPKEPublicKey(key.publicKey), .update, at: member.rawValue))
        paths[member]?.replaceLeafKey(key)
    }

    private mutating func remove(_ member: LeafIndex) throws {
        try tree.remove(member)
        clients[member] = nil
        paths[member] = nil
    }

    private mutating func commitPath(by committer: LeafIndex, adding added: Set<LeafIndex>) throws {
        let before = tree
        let new = try #require(clients[committer]).renewPath(of: committer, in: &tree)
        let context = Self.context(of: &tree)
        let path = try new.updatePath(in: tree, groupContext: context.span, adding: added, random: .system)
        var merged = before
        try merged.merge(path, of: committer, adding: added)
        try #require(merged.exported() == tree.exported())
        for member in paths.keys where member != committer && !added.contains(member) {
            let opened = try #require(paths[member]).opening(
                path, of: committer, adding: added, in: merged, groupContext: context.span)
            #expect(opened.commitSecret.isEqual(to: new.commitSecret))
            paths[member] = opened.privatePath
        }
        paths[committer] = new.privatePath
        try welcome(added, by: committer, new)
    }

    private mutating func welcome(_ added: Set<LeafIndex>, by committer: LeafIndex, _ new: NewPath) throws {
        for member in added {
            let key = try #require(clients[member]).leafKey
            let secret = try #require(new.pathSecret(for: member))
            paths[member] = try PrivatePath(
                joiningAt: member, key: key, pathSecret: secret, from: committer, in: tree)
        }
    }

    /// Every member knows the secret keys of its leaf and of exactly those nodes above it at which it isn't unmerged.
    func expectKeysFit() {
        for (member, path) in paths {
            #expect(tree[member]?.encryptionKey.bytes == path.leafKey.publicKey.bytes)
            let known = Dictionary(uniqueKeysWithValues: path.nodeKeys.map { ($0.node, $0.key.publicKey.bytes) })
            var expected: [NodeIndex: [UInt8]] = [:]
            for node in member.node.directPath(in: tree.size) {
                guard let parent = tree.parent(at: node), !parent.unmergedLeaves.contains(member) else { continue }
                expected[node] = parent.encryptionKey.bytes
            }
            #expect(known == expected)
        }
    }
}
