/// A GroupInfo in order, signed by whoever stands at its signer's leaf, before its tree is known to be right (RFC 9420
/// §12.4.3.1, §12.4.3.2): what it says counts only once ``verifiedTree()`` has returned.
struct CheckedGroupInfo: Sendable {
    let info: GroupInfo
    let context: EpochContext
    private let rules: LeafRules
    private let tree: UnverifiedTree

    /// Everything up to the tree's own rules.
    ///
    /// - Parameters:
    ///   - tree: the ratchet tree, if it isn't in the GroupInfo.
    ///   - now: if given, the leaves that came from key packages must be valid at this time.
    init(
        _ info: GroupInfo, tree: [UInt8]?, _ configuration: GroupConfiguration, now: UnixTime?
    ) throws(MLSError) {
        self.info = info
        guard info.groupContext.version == .mls10 else { throw .invalid(.messageVersion) }
        context = try EpochContext(info.groupContext)
        try info.checkExtensions(configuration.credentials)
        self.tree = try info.tree(given: tree, context.suite)
        try info.checkSignature(in: self.tree, context.suite)
        rules = try LeafRules(
            context.suite, groupID: context.groupID, extensions: info.groupContext.extensions,
            credentials: configuration.credentials, lifetimeSecondsMax: configuration.leafLifetimeSecondsMax, now: now)
    }

    /// The same for an MLSMessage.
    init(
        message: [UInt8], tree: [UInt8]?, _ configuration: GroupConfiguration, now: UnixTime?
    ) throws(MLSError) {
        guard let info = try MLSMessage(parsing: message).asGroupInfo else { throw .unsupported }
        try self.init(info, tree: tree, configuration, now: now)
    }

    /// The tree, if it is right.
    func verifiedTree() throws(MLSError) -> RatchetTree {
        try tree.verified(by: rules, treeHash: info.groupContext.treeHash)
    }

    /// The same, with the signatures of all members verified by several processors at once.
    func verifiedTree(partCount: Int) async throws(MLSError) -> RatchetTree {
        try await tree.verified(by: rules, treeHash: info.groupContext.treeHash, partCount: partCount)
    }
}
