import MLS
import Testing

/// Trees as a relay may serve them, with something wrong in the nodes above the leaves.
struct ServedParentTests {
    @Test func refusesUnmergedLeavesOutOfOrder() throws {
        for unmerged: [UInt32] in [[3, 2], [2, 2], [0, 3, 1]] {
            var served = try ServedTree()
            served.change(parent: 3) { $0.with(unmerged: unmerged.map { LeafIndex(rawValue: $0) }) }
            #expect(throws: MLSError.invalid(.unmergedLeavesSorted)) { try served.verified() }
        }
    }

    @Test func refusesAnUnmergedLeafOfAnotherSubtree() throws {
        for (parent, leaf): (Int, UInt32) in [(1, 2), (3, 4), (5, 1), (7, 8), (7, .max)] {
            var served = try ServedTree()
            served.change(parent: parent) { $0.with(unmerged: [LeafIndex(rawValue: leaf)]) }
            #expect(throws: MLSError.invalid(.unmergedLeafDescendant)) { try served.verified() }
        }
    }

    @Test func refusesAnUnmergedLeafThatIsBlank() throws {
        var served = try ServedTree()
        served.list[4] = nil
        served.change(parent: 7) { $0.with(unmerged: [LeafIndex(rawValue: 2)]) }
        #expect(throws: MLSError.invalid(.unmergedLeafMember)) { try served.verified() }
    }

    @Test func refusesAnUnmergedLeafThatANodeBetweenLeavesOut() throws {
        var served = try ServedTree()
        served.change(parent: 7) { $0.with(unmerged: [LeafIndex(rawValue: 2)]) }
        #expect(throws: MLSError.invalid(.unmergedLeafBetween)) { try served.verified() }
        // The list of 3 is no excuse for 5, which lies between it and the leaf.
        served.change(parent: 3) { $0.with(unmerged: [LeafIndex(rawValue: 2)]) }
        #expect(throws: MLSError.invalid(.unmergedLeafBetween)) { try served.verified() }
        served.list[5] = nil
        #expect(throws: MLSError.invalid(.parentHash)) { try served.verified() }
    }

    @Test func refusesAPlantedKey() throws {
        for parent in [1, 3, 5, 7, 9, 11, 13] {
            var served = try ServedTree()
            served.change(parent: parent) { $0.with(key: .made(1)) }
            #expect(throws: MLSError.invalid(.parentHash)) { try served.verified() }
        }
    }

    @Test(arguments: [9, 11, 13]) func refusesAKeyPlantedAboveNobodyOrAboveOneAlone(_ place: Int) throws {
        var served = try ServedTree(memberCount: 5)
        #expect(served.list.count == 9)
        while served.list.count < place { served.list.append(nil) }
        served.list.append(.parent(ParentNode(encryptionKey: .made(1), parentHash: [])))
        #expect(throws: MLSError.invalid(.parentHash)) { try served.verified() }
    }

    @Test func refusesAKeyAboveMembersWhoNeverCommitted() throws {
        var served = try ServedTree()
        served.withoutParents()
        for (index, client) in served.clients { served.list[Int(index.rawValue) * 2] = .leaf(try client.leaf()) }
        #expect(throws: Never.self) { try served.verified() }
        served.list[1] = .parent(ParentNode(encryptionKey: .made(1), parentHash: []))
        #expect(throws: MLSError.invalid(.parentHash)) { try served.verified() }
    }

    @Test func refusesARootThatNamesAParent() throws {
        var served = try ServedTree()
        served.change(parent: 7) { $0.with(parentHash: [1]) }
        #expect(throws: MLSError.invalid(.rootParentHash)) { try served.verified() }
    }
}
