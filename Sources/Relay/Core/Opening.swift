package import RelayProtocol

/// An epoch whose access key a line has proven: the entry that begins it, and the branch in which it stands.
package struct Opening: Hashable, Sendable {
    package let number: EntryNumber
    package let branch: BranchNumber

    package init(number: EntryNumber, branch: BranchNumber) {
        self.number = number
        self.branch = branch
    }
}
