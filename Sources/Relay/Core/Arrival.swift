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

    /// What its account may do only so often.
    func rated(by account: AccountRow, in log: LogRow) -> [Rated] {
        var rated: [Rated] = []
        if header.flags.contains(.removes) { rated.append(.removal(by: account, in: log)) }
        if header.kind == .commit, publicState != nil { rated.append(.stateCommit(by: account, in: log)) }
        return rated
    }
}
