extension GroupContext {
    /// Whether a client may come in: it isn't a member yet (RFC 9420 §12.4.3.1), and supports everything that the group
    /// asks of its members (§13.4).
    func checkJoiner(_ capabilities: Capabilities, existingGroups: Set<GroupID>) throws(MLSError) {
        guard !existingGroups.contains(groupID) else { throw .invalid(.groupIDUnique) }
        guard extensions.types.allSatisfy(capabilities.supports) else { throw .invalid(.joinerGroupExtensions) }
    }
}
