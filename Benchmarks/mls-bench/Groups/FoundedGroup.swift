import MLS
import TLSCodec

/// A group whose creator has added everybody else with one commit: no member but those has keys above its leaf.
struct FoundedGroup {
    let suite: CipherSuite
    /// Of all members but the creator, in the order of their leaves from 1 on.
    let bundles: [KeyPackageBundle]
    let keyPackages: [[UInt8]]
    /// The creator, alone.
    let alone: Group
    /// The creator, after the commit.
    let creator: Group
    let commit: [UInt8]
    let welcome: [UInt8]

    init(memberCount: Int, _ suite: CipherSuite) throws {
        self.suite = suite
        bundles = try (1..<memberCount).map { number in
            try KeyPackageBundle(of: Cast.client(number, suite), cipherSuite: suite, now: Cast.now)
        }
        keyPackages = try bundles.map { bundle in try bundle.message() }
        alone = try Group(cipherSuite: suite, client: Cast.client(0, suite), now: Cast.now)
        var group = alone
        let outgoing = try FoundedGroup.add(keyPackages, to: &group)
        try group.merge(outgoing.staged)
        guard let welcome = outgoing.welcome else { throw BenchmarkError.unexpectedMessage }
        creator = group
        commit = outgoing.message
        self.welcome = welcome
    }

    var memberCount: Int { bundles.count + 1 }

    /// The member at a leaf, which isn't the creator's.
    func member(at leaf: Int) throws -> Group { try Group(joining: welcome, with: bundles[leaf - 1]) }

    /// Adds the owners of key packages, as they arrive, with one commit.
    static func add(_ keyPackages: [[UInt8]], to group: inout Group) throws -> OutgoingCommit {
        let changes = try keyPackages.map { bytes in
            guard let package = try MLSMessage(decoding: bytes).asKeyPackage else {
                throw BenchmarkError.unexpectedMessage
            }
            return ProposedChange.add(package)
        }
        return try group.stageCommit(changes, now: Cast.now)
    }
}
