import HPKE
import MLS
import Sodium
import Testing

/// A good path of leaf 2 in a warm group of eight, with a member unmerged on its way, to be broken.
struct SentPath {
    let group: TreeGroup
    let sender = LeafIndex(rawValue: 2)
    let before: RatchetTree
    let path: UpdatePath
    let context: [UInt8]

    init() throws {
        var group = try TreeGroup.warm(8)
        try group.commit(by: LeafIndex(rawValue: 6), removing: [LeafIndex(rawValue: 5)])
        let client = TreeClient("unmerged")
        let index = try group.add(client)
        group.paths[index] = PrivatePath(leaf: index, key: client.leafKey)
        var tree = group.tree
        let committer = try #require(group.clients[LeafIndex(rawValue: 2)])
        let new = try committer.renewPath(of: LeafIndex(rawValue: 2), in: &tree)
        self.group = group
        before = group.tree
        let context = TreeGroup.context(of: &tree)
        self.context = context
        path = try new.updatePath(in: tree, groupContext: context.span, adding: [], random: .system)
    }

    /// Which of the path's nodes is the lowest above a member.
    func place(of reader: LeafIndex) -> Int {
        path.nodes.indices.first { before.filteredDirectPath(of: sender)[$0].node.covers(reader) } ?? path.nodes.count
    }

    func merged(_ path: UpdatePath) throws -> RatchetTree {
        var tree = before
        try tree.merge(path, of: sender, adding: [])
        return tree
    }

    /// That the path isn't merged, and the tree is as it was.
    func expectRefusal(
        of path: UpdatePath, _ rule: ValidationRule, sourceLocation: SourceLocation = #_sourceLocation
    ) {
        var tree = before
        #expect(throws: MLSError.invalid(rule), sourceLocation: sourceLocation) {
            try tree.merge(path, of: sender, adding: [])
        }
        var untouched = before
        #expect(tree.exported() == before.exported(), sourceLocation: sourceLocation)
        #expect(tree.treeHash() == untouched.treeHash(), sourceLocation: sourceLocation)
    }

    @discardableResult func opened(
        _ path: UpdatePath, by reader: LeafIndex = LeafIndex(rawValue: 7), in tree: RatchetTree,
        context: [UInt8]? = nil
    ) throws -> OpenedPath {
        let context = context ?? self.context
        return try #require(group.paths[reader]).opening(
            path, of: sender, adding: [], in: tree, groupContext: context.span)
    }

    /// A path that a member might make that means ill: one of its keys is another than its secret gives, yet its parent
    /// hashes fit.
    func path(withForeignKeyAt place: Int) throws -> (UpdatePath, RatchetTree) {
        var keys = path.nodes.map(\.encryptionKey)
        keys[place] = .made(99)
        return try rehashed(path.with(key: .made(99), at: place), keys)
    }

    /// A path whose lowest secret has another length.
    func path(withSecretOf byteCount: Int) throws -> (UpdatePath, RatchetTree) {
        let suite = before.suite
        let steps = before.filteredDirectPath(of: sender)
        var secrets: [HPKECiphertext] = []
        for node in before.resolution(of: steps[0].copath) {
            let key = try #require(before[node]?.asLeaf?.encryptionKey ?? before.parent(at: node)?.encryptionKey)
            let plaintext = [UInt8](repeating: 1, count: byteCount)
            secrets.append(
                try suite.seal(
                    to: key.kemKey(of: suite), "UpdatePathNode", context: context.span, plaintext: plaintext.span,
                    random: .system))
        }
        return (path.with(secrets: secrets, at: 0), try merged(path))
    }

    private func rehashed(_ path: UpdatePath, _ keys: [HPKEPublicKey]) throws -> (UpdatePath, RatchetTree) {
        var reference = ReferenceTree(before.suite, before.exported())
        reference.setPath(Int(sender.rawValue), keys: keys) { hash in
            path.leafNode.renewed(path.leafNode.encryptionKey, .commit(parentHash: hash))
        }
        let leaf = try #require(reference.nodes[Int(sender.rawValue) * 2]?.asLeaf)
        let path = path.with(leaf: leaf)
        return (path, try merged(path))
    }
}

extension UpdatePath {
    func with(nodes: [UpdatePathNode]) -> UpdatePath { UpdatePath(leafNode: leafNode, nodes: nodes) }

    func with(leaf: LeafNode) -> UpdatePath { UpdatePath(leafNode: leaf, nodes: nodes) }

    func with(key: HPKEPublicKey, at place: Int) -> UpdatePath {
        var nodes = nodes
        nodes[place] = UpdatePathNode(
            encryptionKey: key, encryptedPathSecrets: nodes[place].encryptedPathSecrets)
        return with(nodes: nodes)
    }

    func with(secrets: [HPKECiphertext], at place: Int) -> UpdatePath {
        var nodes = nodes
        nodes[place] = UpdatePathNode(encryptionKey: nodes[place].encryptionKey, encryptedPathSecrets: secrets)
        return with(nodes: nodes)
    }
}

extension LeafNode {
    var parentHash: [UInt8]? {
        guard case .commit(let hash) = source else { return nil }
        return hash
    }
}

extension HPKECiphertext {
    /// Changed in one of three ways.
    func changed(_ way: Int) -> HPKECiphertext {
        var (encapsulation, ciphertext) = (encapsulation, ciphertext)
        switch way {
        case 0: ciphertext[0] ^= 1
        case 1: ciphertext.removeLast()
        default: encapsulation = [UInt8](repeating: 0, count: encapsulation.count)
        }
        return HPKECiphertext(encapsulation: encapsulation, ciphertext: ciphertext)
    }
}
