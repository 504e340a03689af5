import HPKE
import MLS
import Sodium
import Testing

/// Paths of commits as a member may send them that means ill. Each test breaks one rule of a good path.
struct TreePathTests {
    @Test func takesAPathThatKeepsThemAll() throws {
        let sent = try SentPath()
        _ = try sent.opened(sent.path, in: sent.merged(sent.path))
    }

    @Test func refusesAPathThatIsTooShortOrTooLong() throws {
        let sent = try SentPath()
        let nodes = sent.path.nodes
        for nodes in [[], Array(nodes.dropLast()), nodes + [nodes[0]]] {
            sent.expectRefusal(of: sent.path.with(nodes: nodes), .pathLength)
        }
    }

    @Test func refusesACiphertextTooFewOrTooMany() throws {
        let sent = try SentPath()
        for place in sent.path.nodes.indices {
            let secrets = sent.path.nodes[place].encryptedPathSecrets
            for secrets in [[], Array(secrets.dropLast()), secrets + [secrets[0]]] {
                sent.expectRefusal(of: sent.path.with(secrets: secrets, at: place), .pathCiphertextCount)
            }
        }
    }

    @Test func refusesKeysOfAnotherForm() throws {
        let sent = try SentPath()
        for bytes in [[], [UInt8](repeating: 1, count: 31), [UInt8](repeating: 1, count: 33)] {
            sent.expectRefusal(of: sent.path.with(key: HPKEPublicKey(bytes), at: 1), .encryptionKeyForm)
            let leaf = sent.path.leafNode.renewed(HPKEPublicKey(bytes), sent.path.leafNode.source)
            sent.expectRefusal(of: sent.path.with(leaf: leaf), .encryptionKeyForm)
        }
    }

    @Test func refusesTheCommittersOldKey() throws {
        let sent = try SentPath()
        let old = try #require(sent.before[sent.sender])
        let leaf = old.renewed(old.encryptionKey, sent.path.leafNode.source)
        sent.expectRefusal(of: sent.path.with(leaf: leaf), .pathKeysUnique)
    }

    @Test func refusesKeysThatStandTwiceInThePathOrInTheTree() throws {
        let sent = try SentPath()
        let inTree = try #require(sent.before[LeafIndex(rawValue: 6)]?.encryptionKey)
        let replaced = try #require(sent.before.parent(at: sent.before.size.root)?.encryptionKey)
        for key in [sent.path.nodes[0].encryptionKey, sent.path.leafNode.encryptionKey, inTree, replaced] {
            sent.expectRefusal(of: sent.path.with(key: key, at: 1), .pathKeysUnique)
        }
        for key in [inTree, replaced, sent.path.nodes[2].encryptionKey] {
            let leaf = sent.path.leafNode.renewed(key, sent.path.leafNode.source)
            sent.expectRefusal(of: sent.path.with(leaf: leaf), .pathKeysUnique)
        }
    }

    @Test func refusesAnothersSignatureKey() throws {
        let sent = try SentPath()
        let other = try #require(sent.group.clients[LeafIndex(rawValue: 6)])
        let leaf = try other.leaf(sent.path.leafNode.encryptionKey, sent.path.leafNode.source, at: 2)
        let merged = try sent.merged(sent.path.with(leaf: leaf))
        #expect(throws: MLSError.invalid(.leafSignatureKeyUnique)) { try merged.checkLeaves([sent.sender]) }
    }

    @Test func refusesALeafWithAnotherParentHash() throws {
        let sent = try SentPath()
        let key = sent.path.leafNode.encryptionKey
        var hash = try #require(sent.path.leafNode.parentHash)
        sent.expectRefusal(of: sent.path.with(leaf: sent.path.leafNode.renewed(key, .update)), .commitParentHash)
        hash[0] ^= 1
        for hash in [hash, []] {
            let leaf = sent.path.leafNode.renewed(key, .commit(parentHash: hash))
            sent.expectRefusal(of: sent.path.with(leaf: leaf), .commitParentHash)
        }
        // Every key of the path is covered.
        for place in sent.path.nodes.indices {
            sent.expectRefusal(of: sent.path.with(key: .made(1), at: place), .commitParentHash)
        }
    }

    @Test func refusesKeysThatDoNotFollowFromTheSecret() throws {
        let sent = try SentPath()
        for place in sent.path.nodes.indices {
            // The sender signs a key that nobody's secret gives.
            let (path, tree) = try sent.path(withForeignKeyAt: place)
            for reader in sent.group.members where reader != sent.sender {
                let learns = sent.place(of: reader) <= place
                if learns {
                    #expect(throws: MLSError.invalid(.pathKeysFollow)) { try sent.opened(path, by: reader, in: tree) }
                } else {
                    _ = try sent.opened(path, by: reader, in: tree)
                }
            }
        }
    }

    @Test(arguments: [0, 31, 33, 64]) func refusesAPathSecretOfAnotherLength(_ byteCount: Int) throws {
        let sent = try SentPath()
        let (path, tree) = try sent.path(withSecretOf: byteCount)
        for reader in sent.group.members where sent.place(of: reader) == 0 && reader != sent.sender {
            #expect(throws: MLSError.invalid(.pathSecretLength)) { try sent.opened(path, by: reader, in: tree) }
        }
    }

    @Test func opensNothingThatWasChangedOrMeantForOthers() throws {
        let sent = try SentPath()
        let tree = try sent.merged(sent.path)
        for reader in sent.group.members where reader != sent.sender {
            let place = sent.place(of: reader)
            let good = sent.path.nodes[place].encryptedPathSecrets
            for change in 0..<3 {
                let secrets = good.map { $0.changed(change) }
                let path = sent.path.with(secrets: secrets, at: place)
                #expect(throws: MLSError.pathDoesNotOpen) { try sent.opened(path, by: reader, in: tree) }
            }
            #expect(throws: MLSError.pathDoesNotOpen) {
                try sent.opened(sent.path, by: reader, in: tree, context: sent.context + [0])
            }
        }
    }

    @Test func nobodyOpensItsOwnPath() throws {
        let sent = try SentPath()
        let tree = try sent.merged(sent.path)
        #expect(throws: MLSError.ownMessage) { try sent.opened(sent.path, by: sent.sender, in: tree) }
    }

    @Test func aPathThatWasNeverMergedOpensForNobody() throws {
        let sent = try SentPath()
        let short = sent.path.with(nodes: [])
        for reader in sent.group.members where reader != sent.sender {
            #expect(throws: MLSError.pathDoesNotOpen) { try sent.opened(short, by: reader, in: sent.before) }
            #expect(throws: MLSError.self) { try sent.opened(sent.path, by: reader, in: sent.before) }
        }
    }

    @Test func aLeafThatIsNotWhatWasAskedForIsNotCommitted() throws {
        let sent = try SentPath()
        let client = try #require(sent.group.clients[sent.sender])
        var tree = sent.before
        #expect(throws: MLSError.invalid(.commitParentHash)) {
            try tree.renewPath(of: sent.sender, random: .system) { (key, _) throws(MLSError) in
                try client.leaf(key, .commit(parentHash: [1]), at: 2)
            }
        }
        #expect(throws: MLSError.invalid(.commitKeyFresh)) {
            try tree.renewPath(of: sent.sender, random: .system) { (_, hash) throws(MLSError) in
                try client.leaf(.made(1), .commit(parentHash: hash), at: 2)
            }
        }
        #expect(throws: MLSError.removed) {
            try tree.renewPath(of: sent.sender, random: .system) { (_, _) throws(MLSError) in throw .removed }
        }
        #expect(tree.exported() == sent.before.exported())
    }
}
