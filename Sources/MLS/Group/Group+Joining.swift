extension Group {
    /// Joins a group by the Welcome that a member sent (RFC 9420 §12.4.3.1). The key package is used up: drop it with
    /// the transaction that stores the group.
    ///
    /// - Parameters:
    ///   - welcome: an MLSMessage.
    ///   - bundle: the key package for which it is: see ``Welcome/secrets``.
    ///   - options: what the Welcome lacks, and how this member behaves.
    /// - Throws: ``MLSError/malformed(_:)``, ``MLSError/unsupported`` for a message that isn't a Welcome,
    ///   ``MLSError/doesNotOpen``, ``MLSError/missingTree``, ``MLSError/missingPSK``, or `.invalid` with the rule that
    ///   Welcome or group break: ``ValidationRule/welcomeKeyPackage`` for another's bundle.
    public init(
        joining welcome: [UInt8], with bundle: KeyPackageBundle, options: JoinOptions = JoinOptions()
    ) throws(MLSError) {
        let entry = try WelcomeEntry(try Self.welcome(in: welcome), bundle, options)
        let tree = try entry.tree.verified(by: entry.rules, treeHash: entry.info.groupContext.treeHash)
        self = try entry.group(tree, options)
    }

    /// The same, with the signatures of all members verified by several processors at once.
    public static func joinConcurrently(
        _ welcome: [UInt8], with bundle: KeyPackageBundle, options: JoinOptions = JoinOptions(), partCount: Int = 16
    ) async throws(MLSError) -> Group {
        let entry = try WelcomeEntry(try Self.welcome(in: welcome), bundle, options)
        let tree = try await entry.tree.verified(
            by: entry.rules, treeHash: entry.info.groupContext.treeHash, partCount: partCount)
        return try entry.group(tree, options)
    }

    private static func welcome(in bytes: [UInt8]) throws(MLSError) -> Welcome {
        guard let welcome = try MLSMessage(parsing: bytes).asWelcome else { throw .unsupported }
        return welcome
    }
}
