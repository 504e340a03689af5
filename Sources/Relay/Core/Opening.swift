package import RelayProtocol

/// An epoch whose access key a line has proven: the entry that begins it, and the branch in which it stands.
package struct Opening: Hashable, Sendable {
    package let number: EntryNumber
    package let branch: BranchNumber
    /// Epochs of whose commits one was disputed on the way to it, the nearest first: who reads such an epoch reads this
    /// one too. Back to the last commit that removes somebody, and at most
    /// ``SessionLimits/disputesPerOpeningMax``.
    package let disputed: [EntryPlace]

    package init(number: EntryNumber, branch: BranchNumber, disputed: [EntryPlace] = []) {
        self.number = number
        self.branch = branch
        self.disputed = disputed
    }

    /// Whether one of two epochs of a room can be read from the other: nobody was removed in between. Of those that lie
    /// more disputes apart than are remembered it isn't known, and so isn't said.
    ///
    /// What others append doesn't change it.
    package func isBeside(_ other: Opening) -> Bool { isRead(from: other) || other.isRead(from: self) }

    /// The rule of ``RoomBranches``.
    private func isRead(from opening: Opening) -> Bool {
        if branch == opening.branch { return opening.number <= number }
        return disputed.contains { $0.branch == opening.branch && opening.number <= $0.parent }
    }
}

extension [Opening] {
    /// The epoch in which the line's member is, by what it has proven.
    package var latest: Opening? { self.max { $0.number < $1.number } }
}

extension RelaySnapshot {
    /// Who can read an epoch.
    func ancestry(of epoch: EntryPlace, in log: LogRow) throws(StorageError) -> EpochAncestry {
        try EpochAncestry(of: epoch) { (number) throws(StorageError) in
            guard let branch = try self.branch(number, of: log) else { throw .damaged }
            return branch
        }
    }

    /// What the proof of an epoch means for a line.
    package func opening(_ epoch: EpochRecord, of log: LogRow) throws(StorageError) -> Opening {
        var (disputed, branch) = ([EntryPlace](), epoch.branch)
        while branch != .root, disputed.count < SessionLimits.disputesPerOpeningMax,
            let begun = try self.branch(branch, of: log), begun.isReadableFromParent
        {
            disputed.append(EntryPlace(parent: begun.parent, branch: begun.parentBranch))
            branch = begun.parentBranch
        }
        return Opening(number: epoch.number, branch: epoch.branch, disputed: disputed)
    }
}
