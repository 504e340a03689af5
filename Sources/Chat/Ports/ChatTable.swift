/// What a client keeps, by kind. The numbers stand in sealed rows: they never change their meaning.
package enum ChatTable: UInt8, Hashable, Sendable, CaseIterable {
    /// ``RoomRecord``, by room row.
    case rooms = 1
    /// What of a room's group lasts as long as its epoch, by room row.
    case epochs = 2
    /// What of it changes with every message, by room row.
    case ratchets = 3
    /// ``PendingCommit``, by room row, and beside it the staged commit with its secrets.
    case commits = 4
    case commitSecrets = 5
    /// ``TimelineRow``, of a room, by entry number.
    case timeline = 6
    /// The entry number of a message, by room, sender and id.
    case messageIDs = 7
    /// ``OutboxRow``, of a room, by the order in which they were written.
    case outbox = 8
    /// A key package's secrets, by its reference.
    case bundles = 9
    /// ``Delivery``: what has to get into somebody's inbox, in order.
    case deliveries = 10
    /// Single values, by name.
    case values = 11
}
