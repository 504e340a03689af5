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
            try keyPackage(founded.bundles[0].keyPackage),
            Entry("bytes: message of 100, group id of 4", .bytes(234), .bytes, try messageByteCount(founded.suite)),
        ]
    }

    private static func keyPackage(_ package: KeyPackage) throws -> Entry {
        let value = Double(try package.encoded().count)
        let floor = Double(Self.floor(of: package))
        return Entry(
            "bytes: key package", .bytes(275), .bytes, value, floor: floor, ratio: value / floor,
            reason: "the floor is what RFC 9420 asks for: three keys, two signatures, the lifetime, the identity, and "
                + "one version, suite and credential type in the capabilities (§7.2, §10).")
    }

    /// The fields without which there is no key package (RFC 9420 §7.2, §10), each vector with its length (§2.1.2).
    private static func floor(of package: KeyPackage) -> Int {
        let leaf = package.leafNode
        let keys = [package.initKey.bytes, leaf.encryptionKey.bytes, leaf.signatureKey.bytes].map(\.count)
        let signatures = [package.signature, leaf.signature].map(\.count)
        let versionAndSuite = 2 + 2
        let credential = 2 + vector(Cast.identityByteCount)
        let capabilities = 3 * vector(2) + 2 * vector(0)
        let sourceAndLifetime = 1 + 8 + 8
        let extensions = 2 * vector(0)
        return (keys + signatures).map(vector).reduce(0, +) + versionAndSuite + credential + capabilities
            + sourceAndLifetime + extensions
    }

    private static func vector(_ count: Int) -> Int { (count < 64 ? 1 : count < 16_384 ? 2 : 4) + count }

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
