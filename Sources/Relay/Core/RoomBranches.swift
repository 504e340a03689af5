package import RelayProtocol

/// The branches of a room's log, and who reads what of them.
///
/// The rule (docs/protocol.md): from entry C on, with A = {C}, an entry whose parent is in A is readable; a commit among
/// them joins A unless it removes a leaf. A commit that is the first for its parent and removes nobody stays in its
/// parent's branch; any other begins one. So what A holds of a branch is its part behind one commit, and whether an
/// epoch is in A shows by walking from its branch towards the root, one step for each dispute in between.
package struct RoomBranches: Hashable, Sendable {
    package private(set) var branches: [Branch]

    package init(_ branches: [Branch]) { self.branches = branches }

    package static let root = RoomBranches([
        Branch(parentBranch: .root, parent: .none, isReadableFromParent: false)
    ])

    /// The branch of which `parent`'s next commit becomes a part.
    ///
    /// - Returns: the number, and the branch itself where it is a new one.
    package mutating func branch(
        ofCommitFor parent: EntryNumber, in branch: BranchNumber, isFirst: Bool, removes: Bool,
        by account: AccountRow? = nil
    ) -> (number: BranchNumber, added: Branch?) {
        if isFirst, !removes { return (branch, nil) }
        let added = Branch(
            parentBranch: branch, parent: parent, isReadableFromParent: !removes, account: account)
        branches.append(added)
        return (BranchNumber(rawValue: UInt32(truncatingIfNeeded: branches.count - 1)), added)
    }

    /// Whether an epoch, `parent` in `branch`, can be read from one of the openings: then so can every entry whose parent
    /// it is.
    package func reads(_ parent: EntryNumber, in branch: BranchNumber, from openings: [Opening]) -> Bool {
        if openings.contains(where: { $0.branch == branch && $0.number <= parent }) { return true }
        return ancestry(of: EntryPlace(parent: parent, branch: branch)).isReadable(from: openings)
    }

    /// Who can read an epoch.
    package func ancestry(of epoch: EntryPlace) -> EpochAncestry {
        EpochAncestry(of: epoch) { number in
            Int(number.rawValue) < branches.count ? branches[Int(number.rawValue)] : nil
        }
    }
}
