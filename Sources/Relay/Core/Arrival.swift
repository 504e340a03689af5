import RelayProtocol

/// An entry that somebody wants to append, and what he has proven about the room.
struct Arrival: Sendable {
    let room: RoomID
    let entry: HashedEntry
    let publicState: PublicState?
    let access: Access
    /// Nothing of one who has done nothing here yet.
    let account: AccountRow?

    var header: EntryHeader { entry.entry.header }
}
