import MLS
import TLSCodec

extension Operation {
    /// The creator renews its keys, in a tree where everybody else is a leaf of its own.
    static func producePath(_ founded: FoundedGroup) throws -> Operation {
        let commit = try Self.commit(by: founded.creator)
        return Operation(
            count: 1,
            floor: .committing(
                founded.memberCount, founded.suite, leaf: try founded.leafLength, commit: commit.count,
                context: founded.contextByteCount),
            run: {
                try Clock.cpu.time {
                    var group = founded.creator
                    try group.merge(try group.stageCommit(options: forced, now: Cast.now).staged)
                }
            })
    }

    /// Others process what ``producePath(_:)`` makes.
    static func processPath(_ founded: FoundedGroup) throws -> Operation {
        let leaves = spread(4, over: founded.memberCount)
        return try process(
            try commit(by: founded.creator), by: try leaves.map { try founded.member(at: $0) },
            leaf: founded.leafLength)
    }

    /// Others process a commit of the first member's, where every member has committed a path before.
    static func processPath(_ warm: WarmGroup, memberCount: Int) throws -> Operation {
        let sender = try warm.member(at: 0)
        guard let member = sender.members.first else { throw BenchmarkError.unexpectedMessage }
        return try process(
            try commit(by: sender), by: try spread(16, over: memberCount).map { try warm.member(at: $0) },
            leaf: LeafLength(member.leafNode, at: member.leafIndex, in: sender.id))
    }

    private static func process(_ commit: [UInt8], by receivers: [Group], leaf: LeafLength) throws -> Operation {
        let floors = receivers.map { receiver in
            Arithmetic.processing(
                receiver.memberCount, receiver.cipherSuite, leaf: leaf, commit: commit.count,
                context: receiver.epoch.context.bytes.count,
                sharedNodes: sharedNodes(of: receiver.ownLeafIndex.rawValue, in: receiver.memberCount))
        }
        return Operation(
            floors: floors,
            run: {
                try receivers.reduce(0) { total, receiver in
                    var group = receiver
                    return try total
                        + Clock.cpu.time {
                            guard case .commit(let staged) = try group.process(commit) else {
                                throw BenchmarkError.unexpectedMessage
                            }
                            try group.merge(staged)
                        }
                }
            })
    }

    private static let forced = CommitOptions(forcesPath: true)

    private static func commit(by member: Group) throws -> [UInt8] {
        var group = member
        return try group.stageCommit(options: forced, now: Cast.now).message
    }

    /// How many nodes stand above this leaf and the first one.
    private static func sharedNodes(of leaf: UInt32, in memberCount: Int) -> Int {
        let ancestor = UInt32.bitWidth - leaf.leadingZeroBitCount
        return Arithmetic.levels(of: memberCount) - ancestor + 1
    }

    /// Leaves at equal distances, the first one never.
    private static func spread(_ count: Int, over memberCount: Int) -> [Int] {
        (0..<count).map { (2 * $0 + 1) * memberCount / (2 * count) }
    }
}
