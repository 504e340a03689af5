package import RelayProtocol

/// Where a branch of a room's log begins.
package struct Branch: Hashable, Sendable {
    /// The branch of the commit's parent. The root's own, of the root.
    package let parentBranch: BranchNumber
    /// The parent of the branch's first commit; none of the root.
    package let parent: EntryNumber
    /// Whether who reads the parent's epoch reads this branch too: its first commit disputes, and removes nobody.
    package let isReadableFromParent: Bool
    /// Who began it; nobody began the root.
    package let account: AccountRow?

    package init(
        parentBranch: BranchNumber, parent: EntryNumber, isReadableFromParent: Bool, account: AccountRow? = nil
    ) {
        self.parentBranch = parentBranch
        self.parent = parent
        self.isReadableFromParent = isReadableFromParent
        self.account = account
    }
}
