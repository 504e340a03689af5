/// Why a commit that MLS takes isn't one of a room's: every member finds the same, and follows it not.
package enum RoomViolation: Error, Hashable, Sendable {
    /// The GroupContext's extensions aren't a room's.
    case extensions
    /// A leaf whose credential isn't one, or that doesn't understand rooms.
    case leaf
    /// A proposal that nobody may make: Update, PSK, ReInit, or one of somebody outside.
    case proposal
    /// A proposal of another that is more than their own leaving.
    case reference
    /// Somebody is added by whom may not.
    case add
    /// Somebody is removed by whom may not.
    case remove
    /// Who is banned comes in.
    case banned
    /// An admin's removal that doesn't ban, or leaves links by which the removed could come back.
    case removalLeavesDoor
    /// A setting is changed by whom may not, or one that nobody may.
    case setting
    /// A link changes otherwise than by being made, counted or ended.
    case link
    /// A count that no mark accounts for, or that goes back.
    case useCount
    /// A marked leaf goes before its use is counted.
    case uncountedMark
    /// A leaf's mark changes, or stands on one that didn't come by a link.
    case mark
    /// An external commit without a live link's signature for this leaf, this epoch and the next use.
    case joining
}
