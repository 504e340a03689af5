extension Group {
    /// Joins a group by the Welcome that a member sent (RFC 9420 §12.4.3.1). The key package is used up: drop it with
    /// the transaction that stores the group.
    ///
    /// - Parameters:
    ///   - welcome: an MLSMessage.
    ///   - bundle: the key package for which it is: see ``Welcome/secrets``.
    ///   - options: what the Welcome lacks, and how this member behaves.
    /// - Throws: ``MLSError/malformed(_:)``, ``MLSError/unsupported`` for a message that isn't a Welcome,
    ///   ``MLSError/doesNotOpen``, ``MLSError/missingTree``, ``MLSError/missingPSK(_:)``, ``MLSError/overLimit`` for a
    ///   tree beyond ``MLSLimits/leavesMax``, or `.invalid` with the rule that Welcome or group break:
    ///   ``ValidationRule/welcomeKeyPackage`` for another's bundle.
    public init(
        joining welcome: [UInt8], with bundle: KeyPackageBundle, options: JoinOptions = JoinOptions()
    ) throws(MLSError) {
        let opened = try OpenedWelcome(opening: welcome, with: bundle, psks: options.pskStore)
        try self.init(joining: opened, options: options)
    }

    /// The same, with the signatures of all members verified by several processors at once.
    public static func joinConcurrently(
        _ welcome: [UInt8], with bundle: KeyPackageBundle, options: JoinOptions = JoinOptions(), partCount: Int = 64
    ) async throws(MLSError) -> Group {
        let opened = try OpenedWelcome(opening: welcome, with: bundle, psks: options.pskStore)
        return try await joinConcurrently(opened, options: options, partCount: partCount)
    }

    /// Joins a group by a Welcome that was opened before, to see where its ratchet tree is. The key package is used up.
    ///
    /// - Parameters:
    ///   - opened: the Welcome.
    ///   - options: its ``JoinOptions/psks`` were asked when the Welcome was opened.
    /// - Throws: ``MLSError/malformed(_:)`` for the tree, ``MLSError/missingTree``, ``MLSError/missingPSK(_:)`` for the
    ///   group from which it comes, or `.invalid` with the rule that the group breaks.
    public init(joining opened: OpenedWelcome, options: JoinOptions = JoinOptions()) throws(MLSError) {
        let info = try opened.checkedInfo(options)
        self = try opened.group(try info.verifiedTree(), info.context, options)
    }

    /// The same, with the signatures of all members verified by several processors at once.
    public static func joinConcurrently(
        _ opened: OpenedWelcome, options: JoinOptions = JoinOptions(), partCount: Int = 64
    ) async throws(MLSError) -> Group {
        let info = try opened.checkedInfo(options)
        return try opened.group(try await info.verifiedTree(partCount: partCount), info.context, options)
    }
}
