import HPKE
import MLS

/// A group in which every member has committed a path once: all nodes of the tree have keys, and nobody is unmerged.
///
/// All members' secrets are in one hand here. What they share is kept once, so that a member is made from it when it
/// is needed, instead of having every member process every commit.
struct WarmGroup {
    private var shared: Group
    private let signatureKeys: [SignatureSecretKey]
    private var leafKeys: [KEMSecretKey]
    private var nodeKeys: [NodeIndex: KEMSecretKey] = [:]

    init(memberCount: Int, _ suite: CipherSuite) throws {
        let founded = try FoundedGroup(memberCount: memberCount, suite)
        guard let creator = founded.creator.epoch.member else { throw BenchmarkError.notStaged }
        shared = founded.creator
        signatureKeys = [creator.signatureKey] + founded.bundles.map(\.signatureKey)
        leafKeys = [creator.path.leafKey] + founded.bundles.map(\.leafKey)
        // Far from each other first: a path is sealed to all whose subtrees nobody has committed in.
        let order = (0..<memberCount).sorted { WarmGroup.reversed($0) < WarmGroup.reversed($1) }
        for leaf in order { try commit(by: leaf) }
    }

    /// The member at a leaf.
    func member(at leaf: Int) throws -> Group {
        let index = LeafIndex(rawValue: UInt32(leaf))
        guard let schedule = shared.epoch.member?.schedule else { throw BenchmarkError.notStaged }
        var path = PrivatePath(leaf: index, key: leafKeys[leaf])
        for node in index.node.directPath(in: shared.epoch.tree.size) {
            guard let parent = shared.epoch.tree.parent(at: node), let key = nodeKeys[node],
                parent.encryptionKey.bytes == key.publicKey.bytes, !parent.unmergedLeaves.contains(index)
            else { continue }
            path.set(key, at: node)
        }
        var group = shared
        group.epoch.ownLeaf = index
        group.epoch.member = MemberKeys(signatureKey: signatureKeys[leaf], path: path, schedule: schedule)
        return group
    }

    private mutating func commit(by leaf: Int) throws {
        var group = try member(at: leaf)
        let outgoing = try group.stageCommit(options: CommitOptions(forcesPath: true), now: Cast.now)
        try group.merge(outgoing.staged)
        guard let path = group.epoch.member?.path else { throw BenchmarkError.notStaged }
        leafKeys[leaf] = path.leafKey
        for (node, key) in path.nodeKeys { nodeKeys[node] = key }
        shared = group
    }

    private static func reversed(_ leaf: Int) -> UInt32 {
        let bits = UInt32(leaf)
        return (0..<32).reduce(0) { $0 | ((bits >> UInt32($1)) & 1) << UInt32(31 - $1) }
    }
}
