import TLSCodec

/// Why a device asks to be added to a room again.
package enum MendingReason: UInt8, TLSNumber, Sendable, CaseIterable {
    /// It was away for longer than the relay remembers, or the relay doesn't hand out a commit that the room goes on with.
    case absence = 1
    /// A commit holds nothing for it that opens: its maker's doing, or a loss of its own.
    case ownPath = 2
    /// A commit of its own is in the log that it knows nothing of: its store is an older copy.
    case ownCommit = 3
    /// Its person wants it.
    case asked = 4

    /// Whether a commit that comes now can't be judged: another before it, for the same epoch, may stand.
    var lacksCommit: Bool { self != .asked }
}
