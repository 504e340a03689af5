import RelayProtocol

extension RelayCore {
    /// A creation makes the log. Whoever repeats it to the byte is told of it again; nobody else gets this id.
    mutating func create(_ arrival: Arrival, _ scene: Scene) throws(StorageError) -> CoreOutcome {
        let tx = scene.transaction
        if let there = try tx.log(.room(arrival.room)) {
            guard let first = try tx.repeated(arrival.entry.hash, in: there.row, after: .none),
                first.number == .first
            else { return .refused(.roomExists) }
            return .appended(first.number, first.head)
        }
        let created = if let account = arrival.account { try tx.roomCount(createdBy: account) } else { 0 }
        guard !isDiskFull, created < limits.roomsPerAccountMax,
            RoomShares(roomBytesMax: limits.roomBytesMax).allow(
                .create, of: arrival.entry.chargedBytes, by: arrival.account, in: RoomUsage([:]))
        else { return .refused(.overQuota) }
        return try begin(arrival, scene)
    }

    private mutating func begin(_ arrival: Arrival, _ scene: Scene) throws(StorageError) -> CoreOutcome {
        let owner = try account(scene)
        hasChanged = true
        let (tx, head) = (scene.transaction, LogHead(before: arrival.room, at: relay))
        let row = try tx.createLog(.room(arrival.room), owner: owner, head: head)
        let record = LogRecord(row: row, last: .none, head: head, trimmed: .none, trimmedHead: head)
        var room = CachedRoom(record: record, branches: .root, usage: RoomUsage([:]))
        defer { put(room, arrival.room) }
        for branch in room.branches.branches { try tx.insert(branch, number: .root, into: row) }
        return try add(arrival, behind: nil, &room, scene)
    }
}
