package import RelayProtocol

/// A creation or commit, as the relay needs it to judge what names it as its parent.
package struct EpochRecord: Hashable, Sendable {
    package let number: EntryNumber
    /// The branch that it is part of.
    package let branch: BranchNumber
    package let accessKey: RoomAccessKey
    /// The first commit for it, or none.
    package var successor: EntryNumber

    package init(number: EntryNumber, branch: BranchNumber, accessKey: RoomAccessKey, successor: EntryNumber) {
        self.number = number
        self.branch = branch
        self.accessKey = accessKey
        self.successor = successor
    }
}
