import RelayProtocol

// An entry that may be added is added.
extension RelayCore {
    /// - Parameter parent: none of a creation.
    mutating func add(
        _ arrival: Arrival, behind parent: EpochRecord?, _ room: inout CachedRoom, _ scene: Scene
    ) throws(StorageError) -> CoreOutcome {
        guard let number = room.record.last.next else { return .refused(.overQuota) }
        let account = try account(scene)
        hasChanged = true
        let (entry, header, log) = (arrival.entry, arrival.header, room.record.row)
        let head = room.record.head.following(number, entry.hash)
        try scene.transaction.append(
            NewEntry(
                number: number, hash: entry.hash, head: head, parent: header.parent,
                branch: parent?.branch ?? .root, kind: header.kind, header: entry.header, body: entry.entry.body,
                account: account, showedToken: false, storedAt: scene.moment.time),
            to: log)
        if let accessKey = header.accessKey {
            try beginEpoch(number, accessKey, header.flags, behind: parent, account, &room, scene)
        }
        if let state = arrival.publicState {
            try put(state, BlobHash(of: state.blob), of: number, in: log, account, scene)
        }
        for rated in arrival.rated(by: account, in: log) { rates.note(rated, at: scene.moment.time) }
        if case .link(let link) = arrival.access { rates.note(.linkCommit(link, in: log), at: scene.moment.time) }
        room.add(number, head: head, byteCount: entry.chargedBytes, by: account)
        noteCrowd(room)
        return .appended(
            number, head,
            publishing: PublishedEntry(
                number: number, hash: entry.hash, parent: header.parent, branch: parent?.branch ?? .root,
                content: .entry(arrival.room, header: entry.header, body: entry.entry.body),
                branches: room.branches))
    }

    /// The first commit for its parent, or one that disputes it.
    private mutating func beginEpoch(
        _ number: EntryNumber, _ accessKey: RoomAccessKey, _ flags: EntryFlags, behind parent: EpochRecord?,
        _ account: AccountRow, _ room: inout CachedRoom, _ scene: Scene
    ) throws(StorageError) {
        let (tx, log) = (scene.transaction, room.record.row)
        var branch = BranchNumber.root
        if var parent {
            let isFirst = parent.successor == .none
            let (place, added) = room.branches.branch(
                ofCommitFor: parent.number, in: parent.branch, isFirst: isFirst, removes: flags.contains(.removes),
                by: account)
            branch = place
            if let added { try tx.insert(added, number: branch, into: log) }
            if isFirst {
                try tx.setSuccessor(of: parent.number, to: number, in: log)
                parent.successor = number
                room.epochs.keep(parent)
            } else {
                try tx.noteDispute(parent.number, of: log, account: account)
                rates.note(.dispute(by: account, in: log), at: scene.moment.time)
            }
        }
        let epoch = EpochRecord(number: number, branch: branch, accessKey: accessKey, successor: .none)
        try tx.insert(epoch, into: log)
        room.epochs.keep(epoch)
    }

    func put(
        _ state: PublicState, _ hash: BlobHash, of epoch: EntryNumber, in log: LogRow, _ account: AccountRow,
        _ scene: Scene
    ) throws(StorageError) {
        try scene.transaction.putPublicState(
            state, hash: hash, epoch: epoch, of: log, account: account,
            formerBytesMax: RelayLimits.formerBlobBytesMax, at: scene.moment.time)
    }

    /// Shares shrink as accounts come: then the room's oldest messages must go.
    private mutating func noteCrowd(_ room: CachedRoom) {
        guard let usage = room.usage else { return }
        noteCrowd(RoomShares(roomBytesMax: limits.roomBytesMax).excess(of: usage), of: room.record.row)
    }

    mutating func noteCrowd(_ excessBytes: Int, of log: LogRow) {
        guard excessBytes > 0 else { return }
        newlyCrowdedRooms[log] = excessBytes
    }
}
