import HPKE
import MLS
import Sodium
import TestSupport
import Testing

struct TreeKEMTests {
    @Test(arguments: [CipherSuite.x25519ChaCha20Poly1305, .x25519AES128GCM])
    func everyMemberKnowsItsKeysAfterEachCommit(_ suite: CipherSuite) throws {
        var random = SeededRandom.announced()
        for _ in 0..<3 {
            var group = try TreeGroup(suite)
            for step in 0..<40 { try group.change(step, &random) }
        }
    }

    @Test func theHybridSuiteDoesTheSame() throws {
        var random = SeededRandom.announced()
        var group = try TreeGroup(.xWingChaCha20Poly1305)
        for step in 0..<12 { try group.change(step, &random) }
        #expect(group.tree[LeafIndex(rawValue: group.members[0].rawValue)]?.encryptionKey.bytes.count == 1_216)
    }

    @Test func someoneWhoIsAloneCommitsAPathOfNoNodes() throws {
        var group = try TreeGroup()
        try group.commit(by: LeafIndex(rawValue: 0))
        group.expectKeysFit()
        #expect(group.tree.exported().nodes.count == 1)
        #expect(group.tree[LeafIndex(rawValue: 0)]?.source == .commit(parentHash: []))
    }

    @Test func newMembersGetTheirSecretByTheWelcomeAlone() throws {
        let group = try TreeGroup.warm(5)
        var tree = group.tree
        let added = Set([try tree.add(TreeClient("new").leaf()), try tree.add(TreeClient("newer").leaf())])
        let committer = LeafIndex(rawValue: 2)
        var withPath = tree
        let new = try #require(group.clients[committer]).renewPath(of: committer, in: &withPath)
        let context = TreeGroup.context(of: &withPath)
        let path = try new.updatePath(in: withPath, groupContext: context.span, adding: added, random: .system)
        let sealedCount = path.nodes.reduce(0) { $0 + $1.encryptedPathSecrets.count }
        let reached = withPath.filteredDirectPath(of: committer).flatMap { withPath.resolution(of: $0.copath) }
        #expect(sealedCount == reached.count - 2)
        var merged = tree
        try merged.merge(path, of: committer, adding: added)
        #expect(merged.exported() == withPath.exported())
        #expect(merged.treeHash() == withPath.treeHash())
        #expect(throws: MLSError.invalid(.pathCiphertextCount)) {
            var merged = tree
            try merged.merge(path, of: committer, adding: [])
        }
    }

    @Test func aNewMemberWithoutAPathKnowsItsOwnLeafOnly() throws {
        var group = try TreeGroup.warm(4)
        let client = TreeClient("new")
        let index = try group.add(client)
        let path = try PrivatePath(
            joiningAt: index, key: client.leafKey, pathSecret: nil, from: LeafIndex(rawValue: 0), in: group.tree)
        #expect(path.nodeKeys.isEmpty)
        #expect(path.key(of: index.node) === client.leafKey)
    }

    @Test func nothingRemainsOfKeysThatAPathReplaced() throws {
        var group = try TreeGroup.warm(8)
        let (committer, reader) = (LeafIndex(rawValue: 3), LeafIndex(rawValue: 6))
        weak let replacedRoot = group.paths[reader]?.key(of: group.tree.size.root)
        weak let replacedLeaf = group.paths[committer]?.leafKey
        weak let keptLeaf = group.paths[reader]?.leafKey
        #expect(replacedRoot != nil && replacedLeaf != nil && keptLeaf != nil)
        try group.commit(by: committer)
        #expect(replacedRoot == nil)
        #expect(replacedLeaf == nil)
        #expect(keptLeaf != nil)
    }

    @Test func nothingRemainsOfKeysAboveARemovedMember() throws {
        var group = try TreeGroup.warm(8)
        let reader = LeafIndex(rawValue: 6)
        // Node 13 is the parent of leaves 6 and 7; leaf 0's path doesn't touch it, the removal of 7 blanks it.
        weak let shared = group.paths[reader]?.key(of: NodeIndex(13))
        #expect(shared != nil)
        try group.commit(by: LeafIndex(rawValue: 0), removing: [LeafIndex(rawValue: 7)])
        #expect(shared == nil)
        #expect(group.paths[reader]?.key(of: NodeIndex(13)) == nil)
    }

    @Test func nothingRemainsOfALeafKeyAfterAnUpdate() throws {
        var group = try TreeGroup.warm(8)
        weak let replaced = group.paths[LeafIndex(rawValue: 5)]?.leafKey
        #expect(replaced != nil)
        try group.commit(by: LeafIndex(rawValue: 0), updating: [LeafIndex(rawValue: 5)])
        #expect(replaced == nil)
        group.expectKeysFit()
    }

    @Test func keysOfNodesOffTheOwnPathAreNotTaken() throws {
        let client = TreeClient("someone")
        var path = PrivatePath(leaf: LeafIndex(rawValue: 2), key: client.leafKey)
        for node: UInt64 in [0, 1, 2, 4, 9, 13] { path.set(TreeClient("other").leafKey, at: NodeIndex(node)) }
        #expect(path.nodeKeys.isEmpty)
        path.set(TreeClient("other").leafKey, at: NodeIndex(7))
        #expect(path.nodeKeys.map(\.node) == [NodeIndex(7)])
        #expect(path.key(of: NodeIndex(5)) == nil)
        #expect(path.key(of: NodeIndex(23)) == nil)
    }
}

extension TreeGroup {
    fileprivate mutating func change(_ step: Int, _ random: inout SeededRandom) throws {
        let committer = try #require(members.randomElement(using: &random))
        let other = members.filter { $0 != committer }.randomElement(using: &random)
        switch (Int.random(in: 0..<7, using: &random), other) {
        case (0, _) where members.count < 14: try join(TreeClient("joiner \(step)", suite))
        case (1, let other?): try commit(by: committer, removing: [other])
        case (2, let other?): try commit(by: committer, updating: [other], adding: [TreeClient("\(step)", suite)])
        case (3, let other?) where members.count > 3:
            try commit(by: committer, removing: [other], adding: (0..<2).map { TreeClient("\(step) \($0)", suite) })
        case (4, _) where members.count < 14:
            // No path: the new member knows no node, and is unmerged at all.
            let client = TreeClient("alone \(step)", suite)
            let index = try add(client)
            paths[index] = try PrivatePath(
                joiningAt: index, key: client.leafKey, pathSecret: nil, from: committer, in: tree)
        default: try commit(by: committer, adding: members.count < 14 ? [TreeClient("\(step)", suite)] : [])
        }
        expectKeysFit()
        try tree.checkParentHashes()
    }
}
