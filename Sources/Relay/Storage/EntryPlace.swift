package import RelayProtocol

/// The epoch that an entry belongs to: who reads its parent reads it.
package struct EntryPlace: Hashable, Sendable {
    /// The creation or commit that began the sender's epoch; 0 of creations and items.
    package let parent: EntryNumber
    /// The branch of its parent.
    package let branch: BranchNumber

    package init(parent: EntryNumber, branch: BranchNumber) {
        self.parent = parent
        self.branch = branch
    }
}
