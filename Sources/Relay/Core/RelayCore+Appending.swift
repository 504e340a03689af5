import RelayProtocol

extension RelayCore {
    mutating func append(
        _ ask: Append, _ access: Access, _ scene: Scene
    ) throws(StorageError) -> CoreOutcome {
        guard let entry = HashedEntry(ask.entry) else { return .refused(.malformed) }
        let arrival = Arrival(
            room: ask.room, entry: entry, publicState: ask.publicState, access: access,
            account: try knownAccount(scene))
        guard ask.entry.header.kind != .create else { return try create(arrival, scene) }
        guard access.isProven, var room = try room(ask.room, scene) else { return .refused(.notAllowed) }
        defer { put(room, ask.room) }
        return try append(arrival, &room, scene)
    }

    private mutating func append(
        _ arrival: Arrival, _ room: inout CachedRoom, _ scene: Scene
    ) throws(StorageError) -> CoreOutcome {
        let (hash, log) = (arrival.entry.hash, room.record.row)
        if let there = try scene.transaction.repeated(hash, in: log, after: arrival.header.parent) {
            return .appended(there.number, there.head)
        }
        switch try parent(of: arrival, &room, scene) {
        case .refused(let refused): return CoreOutcome(.refused(refused))
        case .found(let parent):
            if let seconds = wait(for: arrival, in: log, scene) { return .refused(.tooOften, detail: seconds) }
            guard try hasSpace(for: arrival, &room, scene) else { return .refused(.overQuota) }
            return try add(arrival, behind: parent, &room, scene)
        }
    }

    private mutating func parent(
        of arrival: Arrival, _ room: inout CachedRoom, _ scene: Scene
    ) throws(StorageError) -> FoundEpoch {
        switch arrival.access {
        case .none: .refused(.notAllowed)
        case .member(let openings): try parent(of: arrival, readBy: openings, &room, scene)
        case .link(let link): try parent(of: arrival, by: link, &room, scene)
        }
    }

    private mutating func parent(
        of arrival: Arrival, readBy openings: [Opening], _ room: inout CachedRoom, _ scene: Scene
    ) throws(StorageError) -> FoundEpoch {
        let (header, log) = (arrival.header, room.record.row)
        let found = try room.epoch(header.parent, readBy: openings, scene)
        guard case .found(let parent) = found else { return found }
        let disputer = header.flags.contains(.disputes) ? arrival.account : nil
        let hasDisputed =
            if let disputer { try scene.transaction.hasDisputed(parent.number, of: log, account: disputer) } else {
                false
            }
        if let refused = RoomRules.refusal(of: header, after: parent, hasDisputed: hasDisputed) {
            return .refused(refused)
        }
        if let disputer, let seconds = rates.wait(.dispute(by: disputer, in: log), at: scene.moment.time) {
            return .refused(.tooOften, detail: seconds)
        }
        return room.mayBranch(header.flags, by: arrival.account) ? found : .refused(.overQuota)
    }

    private mutating func parent(
        of arrival: Arrival, by link: LinkKey, _ room: inout CachedRoom, _ scene: Scene
    ) throws(StorageError) -> FoundEpoch {
        let log = room.record.row
        let parent = try room.epoch(arrival.header.parent, scene)
        let found = RoomRules.parent(
            parent, of: arrival.header, by: link, in: try scene.transaction.publicState(of: log),
            wallClockSeconds: scene.moment.wallClockSeconds)
        guard case .found = found else { return found }
        if let seconds = rates.wait(.linkCommit(link, in: log), at: scene.moment.time) {
            return .refused(.tooOften, detail: seconds)
        }
        return found
    }

    /// Nothing if its account may do now what it does; else the seconds after which it may.
    private mutating func wait(for arrival: Arrival, in log: LogRow, _ scene: Scene) -> UInt64? {
        guard let account = arrival.account else { return nil }
        for rated in arrival.rated(by: account, in: log) {
            if let seconds = rates.wait(rated, at: scene.moment.time) { return seconds }
        }
        return nil
    }

    private mutating func hasSpace(
        for arrival: Arrival, _ room: inout CachedRoom, _ scene: Scene
    ) throws(StorageError) -> Bool {
        guard !isDiskFull, room.record.last.next != nil else { return false }
        let (shares, kind) = (RoomShares(roomBytesMax: limits.roomBytesMax), arrival.header.kind)
        let byteCount = arrival.entry.chargedBytes
        var usage = try room.usage(scene)
        if shares.allow(kind, of: byteCount, by: arrival.account, in: usage) { return true }
        // Another process may have swept.
        if room.forgetOldUsage(scene) { usage = try room.usage(scene) }
        if shares.allow(kind, of: byteCount, by: arrival.account, in: usage) { return true }
        if kind == .commit { noteCrowd(shares.excess(of: usage, with: byteCount), of: room.record.row) }
        return false
    }
}
