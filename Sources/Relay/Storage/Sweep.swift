/// What one slice of sweeping takes away. Each slice is small, so that it never holds up what people say.
package enum Sweep: Hashable, Sendable {
    /// Bodies of messages stored before a time. Hashes stay.
    case messages(storedBefore: RelayTime)
    /// Bodies of commits, creations and proposals stored before a time. Hashes stay.
    case commits(storedBefore: RelayTime)
    /// Inbox items stored before a time.
    case items(storedBefore: RelayTime)
    /// Hashes without a body, at a log's beginning, stored before a time.
    case hashes(storedBefore: RelayTime)
    /// Public states that were replaced before a time.
    case blobs(replacedBefore: RelayTime)
    /// Names released before a time.
    case names(releasedBefore: RelayTime)
    /// The disk is full: bodies of the oldest messages of all, whenever they were stored. Where none is left, replaced
    /// public states, then inbox items, then rooms' latest public states, then commits.
    case oldest
    /// Bodies of one room's oldest messages: it stores more than it may.
    case room(LogRow)
}
