import MLS
import Testing

struct TreeMathTests {
    private static let sizes = (0..<8).compactMap { LeafCount(UInt64(1) << $0) }

    @Test(arguments: sizes) func theCommonAncestorIsTheLowestNodeAboveBoth(_ size: LeafCount) {
        let leaves = (0..<UInt32(size.rawValue)).map { LeafIndex(rawValue: $0) }
        for left in leaves {
            let above = [left.node] + left.node.directPath(in: size)
            for right in leaves {
                let both = Set([right.node] + right.node.directPath(in: size))
                #expect(left.commonAncestor(with: right) == above.first { both.contains($0) })
            }
        }
    }

    @Test(arguments: sizes) func aNodeCoversTheLeavesWhoseDirectPathsItIsOn(_ size: LeafCount) throws {
        for index in 0..<size.nodeCount {
            let node = NodeIndex(index)
            let covered = (0..<UInt32(size.rawValue)).map { LeafIndex(rawValue: $0) }.filter {
                $0.node == node || $0.node.directPath(in: size).contains(node)
            }
            #expect(covered.map { UInt64($0.rawValue) } == Array(node.firstLeaf..<(node.firstLeaf + node.leafCount)))
            #expect((0..<300).map { LeafIndex(rawValue: $0) }.filter(node.covers) == covered)
            for leaf in covered where !node.isLeaf {
                let children = try #require(node.children(towards: leaf))
                #expect(children.own.covers(leaf) && !children.other.covers(leaf))
            }
        }
    }

    @Test(arguments: sizes) func theCopathIsTheSiblingsOfThePath(_ size: LeafCount) {
        for index in 0..<size.nodeCount {
            let node = NodeIndex(index)
            let path = ([node] + node.directPath(in: size)).filter { $0 != size.root }
            #expect(node.copath(in: size) == path.compactMap { $0.sibling(in: size) })
            #expect(node.directPath(in: size).last == (node == size.root ? nil : size.root))
        }
    }

    @Test func aTreeIsAsSmallAsItsLastLeafAllows() {
        let sizes = [0, 1, 2, 3, 4, 7, 8].map { LeafCount(holding: LeafIndex(rawValue: $0)).rawValue }
        #expect(sizes == [1, 2, 4, 4, 8, 8, 16])
        #expect((1...9).map { LeafCount(holdingNodes: $0)?.rawValue } == [1, 2, 2, 4, 4, 4, 4, 8, 8])
        #expect(LeafCount(holdingNodes: 0) == nil)
        #expect(LeafCount(holdingNodes: -1) == nil)
    }

    @Test func onlyPowersOfTwoAreSizes() {
        #expect([0, 3, 5, 6, 7, 9, 1 << 33, .max].allSatisfy { LeafCount($0) == nil })
        #expect([1, 2, 4, 1 << 32].allSatisfy { LeafCount($0)?.rawValue == $0 })
    }

    @Test(arguments: [0, 1, UInt32.max / 2, UInt32.max - 1, UInt32.max])
    func noLeafIndexIsTooLarge(_ number: UInt32) {
        let leaf = LeafIndex(rawValue: number)
        #expect(leaf.node.leaf == leaf)
        #expect(LeafCount(holding: leaf).contains(leaf))
        #expect(leaf.node.directPath(in: .max).count == 32)
        #expect(leaf.node.directPath(in: .max).allSatisfy { $0.covers(leaf) })
        #expect(leaf.commonAncestor(with: LeafIndex(rawValue: .max)).covers(leaf))
        #expect(LeafCount.one.contains(leaf) == (number == 0))
    }

    @Test(arguments: [0, 1, UInt64(1) << 33, UInt64.max / 2, UInt64.max - 1, UInt64.max])
    func noNodeIndexTraps(_ number: UInt64) {
        let node = NodeIndex(number)
        _ = (node.level, node.leaf, node.left, node.right, node.firstLeaf, node.leafCount)
        _ = node.covers(LeafIndex(rawValue: .max))
        #expect(number < 1 << 33 || node.parent(in: .max) == nil)
        #expect(number < 1 << 33 || node.sibling(in: .max) == nil)
        #expect(number < 1 << 33 || node.copath(in: .max) == [])
    }

    @Test func whatIsOutsideOfTheTreeHasNoRelations() throws {
        let size = try #require(LeafCount(4))
        for number: UInt64 in 7..<20 {
            #expect(NodeIndex(number).parent(in: size) == nil)
            #expect(NodeIndex(number).sibling(in: size) == nil)
            #expect(NodeIndex(number).directPath(in: size) == [])
        }
    }
}
