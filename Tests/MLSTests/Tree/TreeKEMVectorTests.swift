import HPKE
import MLS
import Sodium
import TLSCodec
import TestSupport
import Testing

@Suite(.enabled(if: VectorFolder.isPresent, "\(SharedVectors.absence)"))
struct TreeKEMVectorTests {
    @Test func noVectorIsLeftOut() {
        #expect(TreeKEMCase.all.count == 77)
        #expect(TreeKEMCase.ours.map(\.suite) == Array(repeating: 1, count: 11) + Array(repeating: 3, count: 11))
        #expect(TreeKEMCase.ours.reduce(0) { $0 + $1.paths.count } == 2 * 62)
    }

    @Test(arguments: TreeKEMCase.ours)
    func privateKeysAreThoseOfTheTree(_ vector: TreeKEMCase) throws {
        let group = try VectorGroup(vector)
        for path in group.paths.values {
            #expect(group.tree[path.leaf]?.encryptionKey.bytes == path.leafKey.publicKey.bytes)
            for (node, key) in path.nodeKeys {
                #expect(group.tree.parent(at: node)?.encryptionKey.bytes == key.publicKey.bytes)
            }
        }
    }

    @Test(arguments: TreeKEMCase.ours)
    func everyPublishedPathOpens(_ vector: TreeKEMCase) throws {
        let group = try VectorGroup(vector)
        for published in vector.paths {
            let sender = LeafIndex(rawValue: published.sender)
            let path = try UpdatePath(decoding: [UInt8](hex: published.path))
            var tree = group.tree
            try tree.merge(path, of: sender, adding: [])
            #expect(tree.treeHash().hex == published.hashAfter)
            try tree.checkParentHashes()
            let context = try group.context(of: &tree)
            for (leaf, secret) in published.secrets.enumerated() where secret != nil {
                let before = try #require(group.paths[LeafIndex(rawValue: UInt32(leaf))])
                let opened = try before.opening(
                    path, of: sender, adding: [], in: tree, groupContext: context.span)
                let found = try before.pathSecret(in: path, of: sender, adding: [], tree, groupContext: context.span)
                #expect(found.secret.hex == secret)
                #expect(opened.commitSecret.hex == published.commitSecret)
            }
        }
    }

    @Test(arguments: TreeKEMCase.ours)
    func aNewPathOpensForEverybody(_ vector: TreeKEMCase) throws {
        let group = try VectorGroup(vector)
        for sender in group.tree.members {
            var tree = group.tree
            let new = try group.renewPath(of: sender, in: &tree)
            try tree.checkParentHashes()
            let context = try group.context(of: &tree)
            let path = try new.updatePath(in: tree, groupContext: context.span, adding: [], random: .system)
            var merged = group.tree
            try merged.merge(UpdatePath(decoding: path.encoded()), of: sender, adding: [])
            #expect(merged.exported() == tree.exported())
            for (leaf, before) in group.paths where leaf != sender {
                let opened = try before.opening(
                    path, of: sender, adding: [], in: merged, groupContext: context.span)
                #expect(opened.commitSecret.isEqual(to: new.commitSecret))
            }
        }
    }
}
