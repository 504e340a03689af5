import MLS
import TLSCodec

extension Operation {
    /// A key package of a client whose signature key exists.
    static func keyPackage(_ suite: CipherSuite) throws -> Operation {
        let client = Cast.client(1, suite)
        let sample = try KeyPackageBundle(of: client, cipherSuite: suite, now: Cast.now)
        let leaf = try sample.keyPackage.leafNode.toBeSigned().count
        let package = try sample.keyPackage.toBeSigned().count
        return Operation(
            count: 50, floor: .keyPackage(leaf: leaf, package: package),
            run: {
                try Clock.cpu.time {
                    for _ in 0..<50 { _ = try KeyPackageBundle(of: client, cipherSuite: suite, now: Cast.now) }
                }
            })
    }

    /// From a Welcome that has the tree in it, with everything checked.
    static func join(_ founded: FoundedGroup, clock: Clock = .cpu) throws -> Operation {
        Operation(
            count: 1, floor: try joiningFloor(founded),
            run: { try clock.time { _ = try founded.member(at: founded.memberCount / 2) } })
    }

    static func joiningFloor(_ founded: FoundedGroup) throws -> Arithmetic {
        try .joining(
            founded.memberCount, founded.suite, leaf: try founded.leafLength,
            groupInfo: try founded.groupInfoByteCount, context: founded.contextByteCount)
    }

    /// From key packages as they arrive to commit and Welcome as they are sent.
    static func addAll(_ founded: FoundedGroup) throws -> Operation {
        Operation(
            count: 1,
            floor: try .adding(
                to: founded.memberCount, founded.suite, leaf: try founded.leafLength,
                package: try founded.bundles[0].keyPackage.toBeSigned().count, commit: founded.commit.count,
                groupInfo: try founded.groupInfoByteCount, context: founded.contextByteCount),
            run: {
                try Clock.cpu.time {
                    var group = founded.alone
                    try group.merge(try FoundedGroup.add(founded.keyPackages, to: &group).staged)
                }
            })
    }
}

extension FoundedGroup {
    /// Of every member but the creator.
    var leafLength: LeafLength {
        get throws {
            try LeafLength(bundles[0].keyPackage.leafNode, at: LeafIndex(rawValue: 1), in: creator.id)
        }
    }

    var groupInfoByteCount: Int {
        get throws { try MLSMessage(decoding: welcome).asWelcome?.encryptedGroupInfo.count ?? 0 }
    }

    var contextByteCount: Int { creator.epoch.context.bytes.count }
}
