import CAllocations
import MLS
import TLSCodec

/// What takes room, on the wire and in memory.
enum Footprint {
    static func entries(_ founded: FoundedGroup) throws -> [Entry] {
        let count = Double(founded.memberCount)
        let tree = Double(try founded.creator.ratchetTree().count) / count
        return [
            Entry("bytes: tree, a member", .bytes(182), .bytes, tree),
            Entry("bytes: key package", .bytes(275), .bytes, Double(try founded.bundles[0].keyPackage.encoded().count)),
            Entry("bytes: message of 100, group id of 4", .bytes(234), .bytes, try messageByteCount(founded.suite)),
        ]
    }

    /// Bytes in the memory that malloc gave, for one group more.
    static func memory(_ founded: FoundedGroup) throws -> Double {
        // What is made once a process is made here.
        _ = try founded.member(at: 1)
        let before = allocations_bytes_in_use()
        let group = try founded.member(at: 2)
        let after = allocations_bytes_in_use()
        return withExtendedLifetime(group) { Double(after - before) }
    }

    /// The same for a group in which every member has committed a path.
    static func memory(_ warm: WarmGroup, _ suite: CipherSuite) throws -> Double {
        let info = try warm.member(at: 0).groupInfo()
        _ = try join(info, 1, suite)
        let before = allocations_bytes_in_use()
        let group = try join(info, 2, suite)
        let after = allocations_bytes_in_use()
        return withExtendedLifetime((info, group)) { Double(after - before) }
    }

    private static func join(_ info: [UInt8], _ number: Int, _ suite: CipherSuite) throws -> Group {
        try Group.joinByExternalCommit(info, as: Cast.client(1_000_000 - number, suite)).group
    }

    private static func messageByteCount(_ suite: CipherSuite) throws -> Double {
        var group = try Group(
            creating: GroupID([1, 2, 3, 4]), cipherSuite: suite, client: Cast.client(0, suite), now: Cast.now)
        return Double(try group.seal([UInt8](repeating: 0x61, count: 100)).count)
    }
}
