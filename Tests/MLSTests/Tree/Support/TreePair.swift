import HPKE
import MLS
import TestSupport
import Testing

/// One tree twice: as it is and as it should be, changed together.
struct TreePair {
    let suite = CipherSuite.x25519ChaCha20Poly1305
    let memberCountMax: Int
    var tree: RatchetTree
    var reference: ReferenceTree
    /// Keys are numbers that were never used before.
    private var lastNumber = 1
    /// After a Remove the new root still has the hash of the old one, until a path is committed: every Remove needs one.
    private var needsPath = false

    init(_ memberCountMax: Int) throws {
        self.memberCountMax = memberCountMax
        let creator = LeafNode.made(1)
        tree = try RatchetTree(suite, creator: creator)
        reference = ReferenceTree(suite, creator: creator)
    }

    mutating func change(_ random: inout SeededRandom) throws {
        let members = reference.members
        let member = members.randomElement(using: &random) ?? 0
        switch Int.random(in: 0..<10, using: &random) {
        case 0..<4 where members.count < memberCountMax: try add()
        case 4..<6 where members.count > 1:
            try tree.remove(LeafIndex(rawValue: UInt32(member)))
            reference.remove(member)
            needsPath = true
        case 6:
            let leaf = LeafNode.made(number(), source: .update)
            try tree.update(LeafIndex(rawValue: UInt32(member)), to: leaf)
            reference.update(member, to: leaf)
        case 7 where members.count < memberCountMax: try commit(makeRoom())
        default: try commit(member)
        }
    }

    private mutating func number() -> Int {
        lastNumber += 1
        return lastNumber
    }

    private mutating func add() throws {
        let leaf = LeafNode.made(number())
        #expect(try tree.add(leaf) == LeafIndex(rawValue: UInt32(reference.add(leaf))))
    }

    private mutating func makeRoom() throws -> Int {
        let place = reference.makeRoom()
        #expect(try tree.makeRoom() == LeafIndex(rawValue: UInt32(place)))
        return place
    }

    /// Another's path, without ciphertexts that anybody could open.
    private mutating func commit(_ member: Int) throws {
        needsPath = false
        let index = LeafIndex(rawValue: UInt32(member))
        let path = reference.filteredDirectPath(leaf: member)
        let keys = path.map { _ in HPKEPublicKey.made(number()) }
        let new = number()
        reference.setPath(member, keys: keys) { LeafNode.made(new, source: .commit(parentHash: $0)) }
        let leaf = try #require(reference.nodes[member * 2]?.asLeaf)
        let steps = tree.filteredDirectPath(of: index)
        #expect(steps.map { Int($0.node.rawValue) } == path)
        let nodes = zip(steps, keys).map { step, key in
            let count = tree.resolution(of: step.copath).count
            return UpdatePathNode(
                encryptionKey: key,
                encryptedPathSecrets: Array(
                    repeating: HPKECiphertext(encapsulation: [], ciphertext: []), count: count))
        }
        try tree.merge(UpdatePath(leafNode: leaf, nodes: nodes), of: index, adding: [])
    }

    mutating func expectEqual(_ random: inout SeededRandom) {
        #expect(tree.exported() == reference.exported)
        #expect(tree.size.nodeCount == UInt64(reference.nodes.count))
        #expect(tree.treeHash() == reference.treeHash(reference.root))
        #expect(tree.members.map { Int($0.rawValue) } == reference.members)
        #expect(tree.memberCount == reference.members.count)
        if !needsPath { #expect(throws: Never.self) { try tree.checkParentHashes() } }
        for _ in 0..<3 {
            let place = reference.nodes.indices.randomElement(using: &random) ?? 0
            let node = NodeIndex(UInt64(place))
            #expect(tree.resolution(of: node).map { Int($0.rawValue) } == reference.resolution(place))
            #expect(tree.treeHash(of: node) == reference.treeHash(place))
        }
        expectKeysAreFound()
    }

    private func expectKeysAreFound() {
        for (place, node) in reference.nodes.enumerated() {
            guard let node else { continue }
            let key = node.asLeaf?.encryptionKey ?? node.asParent?.encryptionKey
            #expect(key.flatMap { tree.node(withEncryptionKey: $0) } == NodeIndex(UInt64(place)))
            guard let leaf = node.asLeaf else { continue }
            #expect(tree.leaf(withSignatureKey: leaf.signatureKey)?.node == NodeIndex(UInt64(place)))
        }
        #expect(tree.node(withEncryptionKey: .made(lastNumber + 1)) == nil)
        #expect(tree.leaf(withSignatureKey: SignaturePublicKey([UInt8](number: lastNumber + 1))) == nil)
    }
}
