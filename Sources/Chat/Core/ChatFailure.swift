package import Identity
package import MLS
package import RelayClient
import RelayProtocol

/// Why something that was asked for isn't done.
package enum ChatFailure: Error, Equatable, Sendable {
    case noSuchRoom
    /// There is one of this id already.
    case roomExists
    /// This device isn't a member of it (any more, or yet).
    case notMember
    /// Nobody of this identity is known there, or nothing by which to add them.
    case nobodyThere
    /// What a relay gave for somebody doesn't belong to them.
    case wrongPerson
    /// The relay doesn't have this room, or has lost the entry that began this client's epoch of it.
    case roomLost
    case relay(RelayClientError)
    case notAllowed(RoomViolation)
    case group(MLSError)
    case link(LinkJoiningError)
    /// A link to another relay's room, or whose public state isn't one.
    case wrongLink
    case tooLong
    /// The relay gave another key for a name that is known, and nobody has decided which one it means.
    case keyChanged(AtName, known: IdentityKey, shown: IdentityKey)
    /// They are blocked here.
    case blocked
    /// An invitation that a device's inbox doesn't take.
    case notDelivered(DeviceKey)
}
