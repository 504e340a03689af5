import HPKE
import MLS
import TLSCodec
import Testing

/// Trees as a relay may serve them to somebody who joins. Each test breaks one rule of a good tree.
struct ServedTreeTests {
    @Test func takesATreeThatKeepsAllRules() async throws {
        let served = try ServedTree()
        #expect(try served.verified().exported() == served.nodes)
        for partCount in [-1, 0, 1, 2, 7, 8, 100] {
            #expect(try await served.verified(partCount: partCount).exported() == served.nodes)
        }
    }

    @Test func refusesATreeOfNoNodesOrABlankLastOne() throws {
        for nodes in [[], [nil], try ServedTree().nodes.nodes + [nil], try ServedTree().nodes.nodes + [nil, nil]] {
            #expect(throws: MLSError.invalid(.treeLastNode)) {
                try UnverifiedTree(.x25519ChaCha20Poly1305, RatchetTreeExtension(nodes))
            }
        }
    }

    @Test func refusesALeafInTheEvenAndAParentInTheOddPlace() throws {
        var served = try ServedTree()
        served.list[1] = .leaf(.made(1))
        #expect(throws: MLSError.invalid(.treeNodeKind)) { try served.verified() }
        served = try ServedTree()
        served.list[2] = .parent(ParentNode(encryptionKey: .made(1), parentHash: []))
        #expect(throws: MLSError.invalid(.treeNodeKind)) { try served.verified() }
    }

    @Test func refusesMoreLeavesThanTheLimit() throws {
        var nodes = [Node?](repeating: nil, count: MLSLimits.leavesMax * 2 - 2)
        nodes[0] = .leaf(.made(0))
        nodes.append(.leaf(.made(1)))
        var tree = try RatchetTree(.x25519ChaCha20Poly1305, restoring: RatchetTreeExtension(nodes))
        #expect(tree.size.rawValue == MLSLimits.leavesMax)
        #expect(tree.treeHash().count == 32)
        nodes[nodes.count - 1] = nil
        nodes += [nil, .leaf(.made(1))]
        #expect(throws: MLSError.overLimit) {
            try UnverifiedTree(.x25519ChaCha20Poly1305, RatchetTreeExtension(nodes))
        }
    }

    @Test func refusesKeysOfAnotherForm() throws {
        for byteCount in [0, 31, 33, 1_216] {
            let key = HPKEPublicKey([UInt8](repeating: 1, count: byteCount))
            var served = try ServedTree()
            served.change(parent: 5) { $0.with(key: key) }
            #expect(throws: MLSError.invalid(.encryptionKeyForm)) { try served.verified() }
            served = try ServedTree()
            served.list[4] = .leaf(try TreeClient("other").leaf(key, .update, at: 2))
            #expect(throws: MLSError.invalid(.encryptionKeyForm)) { try served.verified() }
        }
    }

    @Test func refusesAKeyThatStandsTwice() throws {
        let good = try ServedTree()
        let leafKey = try #require(good.list[2]?.asLeaf?.encryptionKey)
        let parentKey = try #require(good.list[5]?.asParent?.encryptionKey)
        var served = good
        served.change(parent: 1) { $0.with(key: parentKey) }
        #expect(throws: MLSError.invalid(.parentKeyUnique)) { try served.verified() }
        served = good
        served.change(parent: 11) { $0.with(key: leafKey) }
        #expect(throws: MLSError.invalid(.parentKeyUnique)) { try served.verified() }
        served = good
        served.list[14] = .leaf(try TreeClient("other").leaf(leafKey, .update, at: 7))
        #expect(throws: MLSError.invalid(.leafEncryptionKeyUnique)) { try served.verified() }
    }

    @Test func refusesASignatureKeyThatStandsTwice() throws {
        var served = try ServedTree()
        let client = try #require(served.clients[LeafIndex(rawValue: 1)])
        served.list[14] = .leaf(try client.leaf(.made(1), .update, at: 7))
        #expect(throws: MLSError.invalid(.leafSignatureKeyUnique)) { try served.verified() }
    }

    @Test func refusesATreeWithAnotherHash() throws {
        let served = try ServedTree()
        var hash = served.treeHash
        hash[0] ^= 1
        for hash in [hash, [], Array(served.treeHash.dropLast())] {
            #expect(throws: MLSError.invalid(.treeHash)) { try served.verified(treeHash: hash) }
        }
    }

    @Test func refusesASignatureThatDoesNotHold() async throws {
        for index in 0..<8 {
            var served = try ServedTree()
            let leaf = try #require(served.list[index * 2]?.asLeaf)
            var signature = leaf.signature
            signature[63] ^= 1
            served.list[index * 2] = .leaf(leaf.signed(signature))
            // A signature isn't among what the leaf's parent hash covers, so only itself is broken, and what lies
            // beside it was hashed with it.
            served.withoutParents()
            #expect(throws: MLSError.invalid(.leafSignature)) { try served.verified() }
            for partCount in [1, 2, 8] {
                await #expect(throws: MLSError.invalid(.leafSignature)) {
                    try await served.verified(partCount: partCount)
                }
            }
        }
    }

    @Test func refusesALeafThatBreaksARuleOfItsOwn() async throws {
        var served = try ServedTree()
        served.withoutParents()
        let other = TreeClient("other").with { _ in Capabilities(cipherSuites: [1]) }
        served.list[6] = .leaf(try other.leaf())
        #expect(throws: MLSError.invalid(.leafSupportsCipherSuite)) { try served.verified() }
        await #expect(throws: MLSError.invalid(.leafSupportsCipherSuite)) { try await served.verified(partCount: 2) }
    }

    @Test func refusesACredentialThatNotAllSupport() throws {
        var served = try ServedTree()
        served.withoutParents()
        var other = TreeClient("other").with { $0.listing(credentials: [.x509]) }
        other.credential = .x509(chain: [[1]])
        served.list[6] = .leaf(try other.leaf())
        #expect(throws: MLSError.invalid(.leafCredentialSupported)) { try served.verified() }
    }
}
