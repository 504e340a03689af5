import HPKE
import MLS
import Sodium
import Testing

/// §12.4.3.1: the path secret of a Welcome.
struct JoiningPathTests {
    @Test func refusesASecretThatGivesOtherKeys() throws {
        let group = try TreeGroup.warm(8)
        let joiner = LeafIndex(rawValue: 5)
        let client = try #require(group.paths[joiner]?.leafKey)
        let secret = Secret(copying: [UInt8](repeating: 7, count: 32))
        #expect(throws: MLSError.invalid(.joinerPathSecret)) {
            try PrivatePath(
                joiningAt: joiner, key: client, pathSecret: secret, from: LeafIndex(rawValue: 0), in: group.tree)
        }
    }

    @Test func refusesASecretForABlankNode() throws {
        var group = try TreeGroup()
        let client = TreeClient("new")
        let joiner = try group.add(client)
        let secret = Secret(copying: [UInt8](repeating: 7, count: 32))
        for signer: UInt32 in [0, joiner.rawValue, 2, .max] {
            #expect(throws: MLSError.invalid(.joinerPathSecret)) {
                try PrivatePath(
                    joiningAt: joiner, key: client.leafKey, pathSecret: secret, from: LeafIndex(rawValue: signer),
                    in: group.tree)
            }
        }
    }

    @Test(arguments: [0, 31, 33]) func refusesASecretOfAnotherLength(_ byteCount: Int) throws {
        let group = try TreeGroup.warm(4)
        let joiner = LeafIndex(rawValue: 3)
        let key = try #require(group.paths[joiner]?.leafKey)
        let secret = Secret(copying: [UInt8](repeating: 7, count: byteCount))
        #expect(throws: MLSError.invalid(.pathSecretLength)) {
            try PrivatePath(
                joiningAt: joiner, key: key, pathSecret: secret, from: LeafIndex(rawValue: 0), in: group.tree)
        }
    }

    @Test func refusesAPlaceThatIsNotTheJoiners() throws {
        let group = try TreeGroup.warm(4)
        for index: UInt32 in [0, 3, 4, .max] {
            #expect(throws: MLSError.invalid(.joinerLeaf)) {
                try PrivatePath(
                    joiningAt: LeafIndex(rawValue: index), key: TreeClient("other").leafKey, pathSecret: nil,
                    from: LeafIndex(rawValue: 0), in: group.tree)
            }
        }
    }

    @Test func keysThatAreNotTheTreesAreForgotten() throws {
        let group = try TreeGroup.warm(8)
        var path = try #require(group.paths[LeafIndex(rawValue: 7)])
        let knownCount = path.nodeKeys.count
        path.set(TreeClient("other").leafKey, at: group.tree.size.root)
        try path.prune(to: group.tree)
        #expect(path.nodeKeys.count == knownCount - 1)
        var tree = group.tree
        try tree.remove(LeafIndex(rawValue: 7))
        #expect(throws: MLSError.noSuchMember) { try path.prune(to: tree) }
    }
}
