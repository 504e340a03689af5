import RelayProtocol

/// The epoch in which a room is: what follows its latest entry belongs to it. Who reads that is in the room now.
package struct LatestEpoch: Hashable, Sendable {
    /// The latest entry.
    let last: EntryNumber
    let epoch: EntryPlace
    let branches: RoomBranches

    package func isRead(from openings: [Opening]) -> Bool {
        branches.reads(epoch.parent, in: epoch.branch, from: openings)
    }
}
