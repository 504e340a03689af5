public import Sodium

extension Group {
    /// Joins a group by an external commit, without anybody's help (RFC 9420 §12.4.3.2).
    ///
    /// Nobody has looked at the group before: see ``PublicGroup`` for the way that lets the caller look.
    ///
    /// - Parameters:
    ///   - groupInfo: an MLSMessage of the group's current epoch, with `external_pub`.
    ///   - client: who joins.
    ///   - options: what the GroupInfo lacks, and what goes with the commit.
    ///   - random: where keys come from; X-Wing's encapsulations draw their own.
    /// - Throws: ``MLSError/malformed(_:)``, ``MLSError/unsupported``, ``MLSError/missingTree``,
    ///   ``MLSError/missingPSK(_:)``, or `.invalid` with the rule that group or client break.
    public static func joinByExternalCommit(
        _ groupInfo: [UInt8], as client: Client, options: ExternalJoinOptions = ExternalJoinOptions(),
        random: RandomSource = .system
    ) throws(MLSError) -> ExternalJoin {
        let info = try checked(groupInfo, client, options.joining)
        let group = try PublicGroup(info, try info.verifiedTree(), options.joining.configuration)
        return try group.join(client, options, random)
    }

    /// The same, with the signatures of all members verified by several processors at once.
    public static func joinByExternalCommitConcurrently(
        _ groupInfo: [UInt8], as client: Client, options: ExternalJoinOptions = ExternalJoinOptions(),
        random: RandomSource = .system, partCount: Int = 64
    ) async throws(MLSError) -> ExternalJoin {
        let info = try checked(groupInfo, client, options.joining)
        let tree = try await info.verifiedTree(partCount: partCount)
        return try PublicGroup(info, tree, options.joining.configuration).join(client, options, random)
    }

    /// Joins a group that was verified, and looked at, before. The joined group's configuration is the one with which it
    /// was verified.
    ///
    /// - Throws: ``MLSError/missingPSK(_:)``, or `.invalid` with the rule that the client breaks;
    ///   ``ValidationRule/externalKeyPresent`` for a group that doesn't admit external commits.
    public static func joinByExternalCommit(
        to group: PublicGroup, as client: Client, options: ExternalJoinOptions = ExternalJoinOptions(),
        random: RandomSource = .system
    ) throws(MLSError) -> ExternalJoin {
        try group.join(client, options, random)
    }

    /// What can be refused is refused before the members' signatures are verified.
    private static func checked(
        _ groupInfo: [UInt8], _ client: Client, _ options: JoinOptions
    ) throws(MLSError) -> CheckedGroupInfo {
        let info = try CheckedGroupInfo(
            message: groupInfo, tree: options.tree, options.configuration, now: options.now)
        try info.context.groupContext.checkJoiner(client.capabilities, existingGroups: options.existingGroups)
        return info
    }
}
