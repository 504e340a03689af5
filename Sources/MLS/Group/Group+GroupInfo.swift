extension Group {
    /// What others need to join from outside, or who serves them to know of the group (RFC 9420 §12.4.3, §12.4.3.2): an
    /// MLSMessage, good for this epoch only. It tells who is a member.
    ///
    /// - Parameters:
    ///   - hasTree: whether the ratchet tree goes with it; otherwise see ``ratchetTree()``.
    ///   - admitsExternalCommits: whether whoever reads it can join with an external commit.
    ///   - extensions: of the application's own; unknown ones are ignored by those who read it.
    /// - Throws: ``ValidationRule/groupInfoExtensionsOnce``, ``MLSError/malformed(_:)`` for what has no encoding,
    ///   ``MLSError/removed``, ``MLSError/reinitialised``.
    public func groupInfo(
        hasTree: Bool = true, admitsExternalCommits: Bool = true, extensions: Extensions = []
    ) throws(MLSError) -> [UInt8] {
        _ = try active()
        let info = try epoch.groupInfo(
            hasTree: hasTree, admitsExternalCommits: admitsExternalCommits, extensions: extensions)
        return try MLSMessage.groupInfo(info).bytes()
    }

    /// The ratchet tree as those who join need it, if the Welcome or GroupInfo doesn't carry it (RFC 9420 §12.4.3.3).
    ///
    /// - Throws: ``MLSError/malformed(_:)`` for a tree of more than 2³⁰ − 1 bytes.
    public func ratchetTree() throws(MLSError) -> [UInt8] { try epoch.tree.exported().bytes() }
}
