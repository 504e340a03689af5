/// Why nothing could be read or kept.
package enum ChatStorageError: Error, Equatable, Sendable {
    /// The disk is full; it may be tried again.
    case full
    /// The disk failed.
    case failed
    /// A row isn't what was put there: damaged, forged, or of a newer version.
    case damaged(ChatTable)
}
