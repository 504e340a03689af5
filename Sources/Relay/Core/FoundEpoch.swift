import RelayProtocol

/// The epoch behind which something may stand, or why it may not.
enum FoundEpoch: Hashable, Sendable {
    case found(EpochRecord)
    case refused(Refused)

    static func refused(_ code: RefusalCode, detail: UInt64 = 0) -> FoundEpoch {
        .refused(Refused(code: code, detail: detail))
    }
}

extension CachedRoom {
    /// An epoch that can be read from one of the openings. Of what can't be read it isn't said whether it is one.
    mutating func epoch(
        _ number: EntryNumber, readBy openings: [Opening], _ scene: Scene
    ) throws(StorageError) -> FoundEpoch {
        guard !openings.isEmpty else { return .refused(.notAllowed) }
        if let epoch = try epoch(number, scene) {
            return branches.reads(number, in: epoch.branch, from: openings) ? .found(epoch) : .refused(.notAllowed)
        }
        guard number != .none, number <= record.last else { return .refused(.unknownParent) }
        guard let place = try scene.transaction.place(of: number, in: record.row),
            branches.reads(place.parent, in: place.branch, from: openings)
        else { return .refused(.notAllowed) }
        return .refused(.unknownParent)
    }

    /// Whether there may be another commit of these flags, each of which begins a branch; a removed member can't take
    /// all that there may be.
    func mayBranch(_ flags: EntryFlags, by account: AccountRow?) -> Bool {
        guard !flags.isEmpty else { return true }
        let all = branches.branches
        let own = account.map { account in all.filter { $0.account == account } } ?? []
        guard all.count < RelayLimits.branchesPerRoomMax, own.count < RelayLimits.branchesPerAccountMax else {
            return false
        }
        guard flags.contains(.disputes) else { return true }
        return all.count { $0.isReadableFromParent } < RelayLimits.disputesPerRoomMax
            && own.count { $0.isReadableFromParent } < RelayLimits.disputesPerAccountMax
    }
}
