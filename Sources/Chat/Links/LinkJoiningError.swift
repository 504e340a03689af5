package import MLS

/// Why a link doesn't lead into its room.
package enum LinkJoiningError: Error, Equatable, Sendable {
    /// It isn't among the room's live links any more.
    case ended
    case usedUp
    /// An admin has removed this identity.
    case banned
    case group(MLSError)
}
