package import Identity
package import RelayProtocol

/// An entry that has just become part of a log.
package struct PublishedEntry: Sendable {
    package let number: EntryNumber
    package let hash: EntryHash
    /// The creation or commit that began the sender's epoch, and its branch: who reads that reads this.
    package let parent: EntryNumber
    package let branch: BranchNumber
    package let content: Content
    /// The room's branches with this entry; an inbox has the root alone.
    package let branches: RoomBranches

    package enum Content: Sendable {
        /// A room's, its header encoded.
        case entry(RoomID, header: [UInt8], body: [UInt8])
        case item(DeviceKey, [UInt8])
    }

    package var log: LogName {
        switch content {
        case .entry(let room, _, _): .room(room)
        case .item(let device, _): .inbox(device)
        }
    }

    package init(
        number: EntryNumber, hash: EntryHash, parent: EntryNumber, branch: BranchNumber, content: Content,
        branches: RoomBranches
    ) {
        self.number = number
        self.hash = hash
        self.parent = parent
        self.branch = branch
        self.content = content
        self.branches = branches
    }
}
