import RelayProtocol

extension RelayCore {
    /// From a member that reads the epoch, which is the latest of its branch.
    mutating func putPublicState(
        _ ask: PutPublicState, _ access: Access, _ scene: Scene
    ) throws(StorageError) -> CoreOutcome {
        guard case .member(let openings) = access, var room = try room(ask.room, scene) else {
            return .refused(.notAllowed)
        }
        defer { put(room, ask.room) }
        let log = room.record.row
        let epoch: EpochRecord
        switch try room.epoch(ask.epoch, readBy: openings, scene) {
        case .refused(let refused): return CoreOutcome(.refused(refused))
        case .found(let found): epoch = found
        }
        let hash = BlobHash(of: ask.publicState.blob)
        if let there = try scene.transaction.publicState(of: log), there.epoch == epoch.number, there.hash == hash,
            there.links == ask.publicState.links
        {
            return .done
        }
        guard epoch.successor == .none else {
            return .refused(.parentHasCommit, detail: epoch.successor.rawValue)
        }
        guard !isDiskFull else { return .refused(.overQuota) }
        let account = try account(scene)
        let rated = Rated.publicState(by: account, in: log)
        if let seconds = rates.wait(rated, at: scene.moment.time) { return .refused(.tooOften, detail: seconds) }
        hasChanged = true
        try put(ask.publicState, hash, of: epoch.number, in: log, account, scene)
        rates.note(rated, at: scene.moment.time)
        return .done
    }
}
