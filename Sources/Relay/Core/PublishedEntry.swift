package import RelayProtocol

/// An entry that has just become part of a log.
package struct PublishedEntry: Sendable {
    package let log: LogName
    package let number: EntryNumber
    package let hash: EntryHash
    /// The creation or commit that began the sender's epoch, and its branch: who reads that reads this.
    package let parent: EntryNumber
    package let branch: BranchNumber
    package let content: Content
    /// The room's branches with this entry; an inbox has the root alone.
    package let branches: RoomBranches

    package enum Content: Sendable {
        case entry(Entry)
        case item([UInt8])
    }

    package init(
        log: LogName, number: EntryNumber, hash: EntryHash, parent: EntryNumber, branch: BranchNumber,
        content: Content, branches: RoomBranches
    ) {
        self.log = log
        self.number = number
        self.hash = hash
        self.parent = parent
        self.branch = branch
        self.content = content
        self.branches = branches
    }
}
