import HPKE
import MLS
import Sodium
import TLSCodec
import Testing

/// RFC 9420 §7.1, §7.9, §12.4.3.1, §12.4.3.3: ratchet trees that nobody may join with. Whoever serves them knows the
/// epoch's secrets and signs for a member: tree hash, GroupInfo and tags fit.
struct TreeRuleTests {
    @Test func whatIsServedIsJoinedWhenNothingIsWrongWithIt() throws {
        for (count, hasPaths) in [(2, false), (3, true), (5, true), (7, true), (7, false)] {
            let invitation = try Invitation(to: count, hasPaths: hasPaths)
            let group = try invitation.join()
            #expect(try group.epochAuthenticator == invitation.company.rogue.group.epochAuthenticator)
        }
    }

    @Test func refusesATreeOfAnotherHash() throws {
        var invitation = try Invitation()
        let right = invitation.welcome
        try invitation.welcome.changeTree(hashing: false) { $0[1] = nil }
        try invitation.expectRefusal(for: .treeHash)
        invitation.welcome = right
        invitation.welcome.context = right.context.changed(treeHash: [])
        try invitation.expectRefusal(for: .treeHash)
        invitation.welcome = right
        let other = try Invitation().company.rogue.group.epoch.tree.exported().encoded()
        // The signer's key is another's there: whose tree it is shows even before its hash.
        try invitation.expectRefusal(for: .groupInfoSignature, JoinOptions(tree: other))
    }

    @Test func refusesATreeThatEndsWithABlankNode() throws {
        var invitation = try Invitation()
        try invitation.welcome.changeTree { $0.append(nil) }
        try invitation.expectRefusal(for: .treeLastNode)
        try invitation.welcome.changeTree { $0 = [] }
        try invitation.expectRefusal(for: .treeLastNode)
    }

    @Test func refusesALeafAmongTheParentsAndAParentAmongTheLeaves() throws {
        var invitation = try Invitation()
        let right = invitation.welcome
        let key = HPKEPublicKey(KEMSecretKey.random(.x25519, from: .system).publicKey)
        let parent = Node.parent(ParentNode(encryptionKey: key, parentHash: []))
        try invitation.welcome.changeTree { $0.swapAt(0, 1) }
        try invitation.expectRefusal(for: .treeNodeKind)
        invitation.welcome = right
        try invitation.welcome.changeTree { $0[0] = parent }
        try invitation.expectRefusal(for: .treeNodeKind)
    }

    @Test func refusesAKeyOfAnotherLengthInANode() throws {
        var invitation = try Invitation()
        let right = invitation.welcome
        let key = HPKEPublicKey([1, 2, 3])
        try invitation.welcome.changeTree { try $0.changeParent(1) { $0.changed(key: key) } }
        try invitation.expectRefusal(for: .encryptionKeyForm)
        invitation.welcome = right
        try invitation.welcome.changeTree { try $0.changeLeaf(2) { $0.changed(encryptionKey: key) } }
        try invitation.expectRefusal(for: .encryptionKeyForm)
    }

    @Test func refusesAKeyThatTwoNodesHave() throws {
        var invitation = try Invitation(to: 5)
        let right = invitation.welcome
        try invitation.welcome.changeTree { nodes in
            let key = try #require(nodes[0]?.asLeaf).encryptionKey
            try nodes.changeLeaf(1) { $0.changed(encryptionKey: key) }
        }
        try invitation.expectRefusal(for: .leafEncryptionKeyUnique)
        invitation.welcome = right
        try invitation.welcome.changeTree { nodes in
            let key = try #require(nodes[0]?.asLeaf).signatureKey
            try nodes.changeLeaf(1) { $0.changed(signatureKey: key) }
        }
        try invitation.expectRefusal(for: .leafSignatureKeyUnique)
        for source in [0, 1, 5] {
            invitation.welcome = right
            try invitation.welcome.changeTree { nodes in
                let key = try #require(nodes[source]?.asLeaf?.encryptionKey ?? nodes[source]?.asParent?.encryptionKey)
                try nodes.changeParent(3) { $0.changed(key: key) }
            }
            try invitation.expectRefusal(for: .parentKeyUnique)
        }
    }

    @Test func refusesUnmergedLeavesOutOfOrderOrTwice() throws {
        for leaves in [[6, 5], [5, 5], [6, 5, 6]] as [[UInt32]] {
            var invitation = try Invitation.ofTwoUnmerged()
            try invitation.welcome.changeTree { try $0.changeParent(7) { $0.changed(unmerged: leaves) } }
            try invitation.expectRefusal(for: .unmergedLeavesSorted)
        }
    }

    @Test func refusesAnUnmergedLeafThatIsBlank() throws {
        for leaf in [7, 8, 1_000, UInt32.max] {
            var invitation = try Invitation.ofTwoUnmerged()
            try invitation.welcome.changeTree { try $0.changeParent(7) { $0.changed(unmerged: [5, 6, leaf]) } }
            try invitation.expectRefusal(for: leaf == 7 ? .unmergedLeafMember : .unmergedLeafDescendant)
        }
    }

    @Test func refusesAnUnmergedLeafThatIsNotBelowItsNode() throws {
        var invitation = try Invitation.ofTwoUnmerged()
        try invitation.welcome.changeTree { try $0.changeParent(1) { $0.changed(unmerged: [5]) } }
        try invitation.expectRefusal(for: .unmergedLeafDescendant)
    }

    @Test func refusesAnUnmergedLeafThatANodeBetweenDoesNotList() throws {
        var invitation = try Invitation(to: 7)
        #expect(try invitation.welcome.nodes()[11]?.asParent?.unmergedLeaves == [LeafIndex(rawValue: 7)])
        try invitation.welcome.changeTree { try $0.changeParent(11) { $0.changed(unmerged: []) } }
        try invitation.expectRefusal(for: .unmergedLeafBetween)
    }

    @Test func refusesAParentThatNoMemberMade() throws {
        let planted = HPKEPublicKey(KEMSecretKey.random(.x25519, from: .system).publicKey)
        for (count, node) in [(3, 1), (3, 3), (5, 1), (5, 3), (5, 7), (7, 11)] {
            var invitation = try Invitation(to: count)
            try invitation.welcome.changeTree { try $0.changeParent(node) { $0.changed(key: planted) } }
            try invitation.expectRefusal(for: .parentHash)
        }
    }

    @Test func refusesAParentWhoseUnmergedLeavesAreHiddenOrInvented() throws {
        var invitation = try Invitation(to: 7)
        let right = invitation.welcome
        try invitation.welcome.changeTree { nodes in
            for node in [7, 11] { try nodes.changeParent(node) { $0.changed(unmerged: []) } }
        }
        try invitation.expectRefusal(for: .parentHash)
        invitation.welcome = right
        try invitation.welcome.changeTree { try $0.changeParent(7) { $0.changed(unmerged: [0, 7]) } }
        try invitation.expectRefusal(for: .unmergedLeafBetween)
    }

    @Test func refusesAKeyPlantedInABlankNode() throws {
        let planted = HPKEPublicKey(KEMSecretKey.random(.x25519, from: .system).publicKey)
        for parentHash in [[], [UInt8](repeating: 1, count: 32)] {
            var invitation = try Invitation(to: 3, hasPaths: false)
            try invitation.welcome.changeTree { nodes in
                nodes[1] = .parent(ParentNode(encryptionKey: planted, parentHash: parentHash))
            }
            try invitation.expectRefusal(for: .parentHash)
        }
    }

    @Test func refusesARootWithAParentHash() throws {
        var invitation = try Invitation()
        try invitation.welcome.changeTree { try $0.changeParent(3) { $0.changed(parentHash: [1]) } }
        try invitation.expectRefusal(for: .rootParentHash)
    }

    @Test func refusesALeafThatItsMemberDidNotSign() throws {
        let changes: [(LeafNode) -> LeafNode] = [
            { $0.signed([UInt8](repeating: 0, count: 64)) }, { $0.signed([]) },
            { $0.changed(credential: .basic(identity: [0])).signed($0.signature) },
            { $0.changed(encryptionKey: HPKEPublicKey([UInt8](repeating: 9, count: 32))).signed($0.signature) },
        ]
        for change in changes {
            var invitation = try Invitation(to: 3, hasPaths: false)
            try invitation.welcome.changeTree { try $0.changeLeaf(1, change) }
            try invitation.expectRefusal(for: .leafSignature)
        }
    }

    @Test func refusesALeafFromAnotherPlaceOfTheTree() throws {
        var invitation = try Invitation(to: 3)
        try invitation.welcome.changeTree { nodes in
            for node in nodes.indices where node % 2 == 1 { nodes[node] = nil }
            nodes.swapAt(2, 4)
        }
        try invitation.expectRefusal(for: .leafSignature)
    }

    @Test func refusesWhatTheRulesOfLeavesForbidAmongTheMembersToo() throws {
        var invitation = try Invitation(to: 3, hasPaths: false)
        let (key, suite) = (invitation.company.players[1].key, invitation.bundle.cipherSuite)
        try invitation.welcome.changeTree { nodes in
            let old = try #require(nodes[2]?.asLeaf)
            nodes[2] = .leaf(
                try old.changed(
                    credential: .x509(chain: []), capabilities: old.capabilities.changed(credentials: [.basic, .x509])
                ).signed(by: key, suite))
        }
        try invitation.expectRefusal(for: .leafCredentialSupported)
    }
}
