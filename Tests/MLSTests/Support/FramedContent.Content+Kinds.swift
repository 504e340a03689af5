import MLS

extension FramedContent.Content {
    /// The commit if it is one.
    var asCommit: Commit? {
        guard case .commit(let commit) = self else { return nil }
        return commit
    }
}
