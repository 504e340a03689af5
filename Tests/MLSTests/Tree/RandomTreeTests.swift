import MLS
import TLSCodec
import TestSupport
import Testing

/// Sequences of changes, beside a tree that keeps nothing and so can't forget to change it.
struct RandomTreeTests {
    @Test(arguments: 0..<8) func equalsATreeThatIsComputedAnewAfterEachChange(_ round: Int) throws {
        var random = SeededRandom.announced()
        var pair = try TreePair(round < 4 ? 9 : 40)
        for _ in 0..<120 {
            try pair.change(&random)
            pair.expectEqual(&random)
        }
    }

    @Test func aCopyStaysWhatItWasWhileTheOtherChanges() throws {
        var random = SeededRandom.announced()
        var pair = try TreePair(70)
        var copies: [(RatchetTree, RatchetTreeExtension, [UInt8])] = []
        for _ in 0..<80 {
            try pair.change(&random)
            copies.append((pair.tree, pair.tree.exported(), pair.reference.treeHash(pair.reference.root)))
        }
        for (tree, nodes, hash) in copies {
            var tree = tree
            #expect(tree.exported() == nodes)
            #expect(tree.treeHash() == hash)
        }
    }

    @Test func whatIsExportedIsRestored() throws {
        var random = SeededRandom.announced()
        var pair = try TreePair(30)
        for _ in 0..<60 {
            try pair.change(&random)
            let bytes = try pair.tree.exported().encoded()
            var tree = try RatchetTree(pair.suite, restoring: RatchetTreeExtension(decoding: bytes))
            #expect(try tree.exported().encoded() == bytes)
            #expect(tree.treeHash() == pair.tree.treeHash())
            #expect(tree.memberCount == pair.tree.memberCount)
        }
    }
}
