package import RelayProtocol

/// A room that a program had open when it last ran.
package struct RestoredRoom: Sendable {
    package let id: RoomID
    /// The oldest first. Of more than ``RelayProtocolLimits/openingsPerRoomMax`` the newest count.
    package let keys: [RoomKey]
    /// The first entry that is wanted; nothing: the room isn't followed.
    package let followedFrom: EntryNumber?

    package init(_ id: RoomID, keys: [RoomKey], followedFrom: EntryNumber?) {
        (self.id, self.keys, self.followedFrom) = (id, keys, followedFrom)
    }
}
