import HPKE
public import Sodium
import TLSCodec

extension Group {
    /// Joins a group by an external commit, without anybody's help (RFC 9420 §12.4.3.2).
    ///
    /// - Parameters:
    ///   - groupInfo: an MLSMessage of the group's current epoch, with `external_pub`.
    ///   - client: who joins.
    ///   - options: what the GroupInfo lacks, and what goes with the commit.
    ///   - random: where keys come from; X-Wing's encapsulations draw their own.
    /// - Throws: ``MLSError/malformed(_:)``, ``MLSError/unsupported``, ``MLSError/missingTree``,
    ///   ``MLSError/missingPSK``, or `.invalid` with the rule that group or client break.
    public static func joinFromOutside(
        _ groupInfo: [UInt8], as client: Client, options: ExternalJoinOptions = ExternalJoinOptions(),
        random: RandomSource = .system
    ) throws(MLSError) -> ExternalJoin {
        let outside = try OutsideView(try Self.groupInfo(in: groupInfo), client, options.joining)
        let tree = try outside.tree.verified(by: outside.rules, treeHash: outside.info.groupContext.treeHash)
        return try outside.join(tree, client, options, random)
    }

    /// The same, with the signatures of all members verified by several processors at once.
    public static func joinFromOutsideConcurrently(
        _ groupInfo: [UInt8], as client: Client, options: ExternalJoinOptions = ExternalJoinOptions(),
        random: RandomSource = .system, partCount: Int = 16
    ) async throws(MLSError) -> ExternalJoin {
        let outside = try OutsideView(try Self.groupInfo(in: groupInfo), client, options.joining)
        let tree = try await outside.tree.verified(
            by: outside.rules, treeHash: outside.info.groupContext.treeHash, partCount: partCount)
        return try outside.join(tree, client, options, random)
    }

    private static func groupInfo(in bytes: [UInt8]) throws(MLSError) -> GroupInfo {
        guard let info = try MLSMessage(parsing: bytes).asGroupInfo else { throw .unsupported }
        return info
    }
}
