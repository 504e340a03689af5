import RelayProtocol

/// From which openings an epoch can be read, and with it every entry whose parent it is: the rule of ``RoomBranches``, the
/// way to the root walked once for however many ask.
package struct EpochAncestry: Hashable, Sendable {
    /// Of each branch on the way, the last epoch that leads here.
    private var last: [BranchNumber: EntryNumber]

    /// - Parameter branch: nothing where there is none of that number; the way ends there.
    package init<Failure: Error>(
        of epoch: EntryPlace, _ branch: (BranchNumber) throws(Failure) -> Branch?
    ) throws(Failure) {
        last = [epoch.branch: epoch.parent]
        var number = epoch.branch
        while number != .root, let begun = try branch(number), begun.isReadableFromParent, begun.parentBranch < number {
            number = begun.parentBranch
            last[number] = begun.parent
        }
    }

    package func isReadable(from opening: Opening) -> Bool {
        guard let last = last[opening.branch] else { return false }
        return opening.number <= last
    }

    package func isReadable(from openings: [Opening]) -> Bool { openings.contains(where: isReadable) }
}
