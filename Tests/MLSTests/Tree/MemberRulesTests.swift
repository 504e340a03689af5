import HPKE
import MLS
import Testing

/// What leaves may not share with others, and what can't be done to a tree.
struct MemberRulesTests {
    @Test func refusesToRemoveOrUpdateNobody() throws {
        var tree = try Self.tree(5)
        let before = tree.exported()
        for index: UInt32 in [5, 6, 8, .max] {
            #expect(throws: MLSError.invalid(.removeNamesMember)) { try tree.remove(LeafIndex(rawValue: index)) }
            #expect(throws: MLSError.noSuchMember) {
                try tree.update(LeafIndex(rawValue: index), to: .made(77, source: .update))
            }
        }
        #expect(tree.exported() == before)
        #expect(tree.memberCount == 5)
    }

    @Test func refusesTwoMembersWithOneEncryptionKey() throws {
        var tree = try Self.tree(5)
        let index = try tree.add(.made(9, keyNumber: 3))
        #expect(throws: MLSError.invalid(.leafEncryptionKeyUnique)) { try tree.checkLeaves([index]) }
        try tree.update(LeafIndex(rawValue: 3), to: .made(3, keyNumber: 33, source: .update))
        try tree.checkLeaves([index, LeafIndex(rawValue: 3)])
    }

    @Test func refusesTwoMembersWithOneSignatureKey() throws {
        var tree = try Self.tree(5)
        let index = try tree.add(.made(3, keyNumber: 9))
        #expect(throws: MLSError.invalid(.leafSignatureKeyUnique)) { try tree.checkLeaves([index]) }
        try tree.remove(LeafIndex(rawValue: 3))
        try tree.checkLeaves([index])
    }

    @Test func refusesAMemberWithTheKeyOfAParent() throws {
        var group = try TreeGroup.warm(4)
        let parent = try #require(group.tree.parent(at: NodeIndex(1)))
        let leaf = try TreeClient("new").leaf(parent.encryptionKey, .keyPackage(.ofTests), at: 0)
        let index = try group.tree.add(leaf)
        #expect(throws: MLSError.invalid(.parentKeyUnique)) { try group.tree.checkLeaves([index]) }
    }

    @Test func refusesACredentialThatAMemberDoesNotSupport() throws {
        var tree = try Self.tree(5)
        let both = Capabilities(cipherSuites: [3], credentials: [.basic, .x509])
        let leaf = LeafNode.made(9, capabilities: both).with(.x509(chain: []))
        let index = try tree.add(leaf)
        #expect(throws: MLSError.invalid(.leafCredentialSupported)) { try tree.checkLeaves([index]) }
        for member in tree.members where member != index {
            try tree.update(member, to: .made(Int(member.rawValue), source: .update, capabilities: both))
        }
        try tree.checkLeaves(tree.members)
    }

    @Test func refusesALeafThatDoesNotSupportTheCredentialsInUse() throws {
        var tree = try Self.tree(5)
        let other = Capabilities(cipherSuites: [3], credentials: [.x509])
        let index = try tree.add(LeafNode.made(9, capabilities: other).with(.x509(chain: [])))
        #expect(throws: MLSError.invalid(.leafSupportsCredentials)) { try tree.checkLeaves([index]) }
        try tree.remove(index)
        // Once nobody has or lacks it any more, nothing of it is left.
        try tree.checkLeaves(tree.members)
    }

    @Test func whatAllMembersSupportIsAskedOfAll() throws {
        var tree = try Self.tree(5)
        #expect(!tree.allMembers { $0.supports(ExtensionType.strange) })
        let strange = Capabilities(cipherSuites: [3]).listing(extensions: [.strange])
        for member in tree.members.dropLast() {
            try tree.update(member, to: .made(Int(member.rawValue), source: .update, capabilities: strange))
        }
        #expect(!tree.allMembers { $0.supports(ExtensionType.strange) })
        try tree.remove(LeafIndex(rawValue: 4))
        #expect(tree.allMembers { $0.supports(ExtensionType.strange) })
    }

    @Test func aMemberOrMoreThanTheLimitIsOneTooMany() throws {
        var nodes = [Node?](repeating: nil, count: MLSLimits.leavesMax * 2 - 1)
        for index in 0..<(MLSLimits.leavesMax - 1) { nodes[index * 2] = .leaf(.made(index)) }
        nodes[MLSLimits.leavesMax * 2 - 2] = .leaf(.made(1_000_000))
        var tree = try RatchetTree(.x25519ChaCha20Poly1305, restoring: RatchetTreeExtension(nodes))
        #expect(tree.memberCount == MLSLimits.leavesMax)
        #expect(throws: MLSError.overLimit) { try tree.add(.made(1_000_001)) }
        #expect(throws: MLSError.overLimit) { try tree.makeRoom() }
        try tree.remove(LeafIndex(rawValue: 9))
        #expect(try tree.add(.made(1_000_001)) == LeafIndex(rawValue: 9))
    }

    private static func tree(_ count: Int) throws -> RatchetTree {
        var tree = try RatchetTree(.x25519ChaCha20Poly1305, creator: .made(0))
        for number in 1..<count { _ = try tree.add(.made(number)) }
        return tree
    }
}

extension LeafNode {
    fileprivate func with(_ credential: Credential) -> LeafNode {
        LeafNode(
            encryptionKey: encryptionKey, signatureKey: signatureKey, credential: credential,
            capabilities: capabilities, source: source, extensions: extensions, signature: signature)
    }
}
