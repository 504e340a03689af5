import RelayProtocol

// The end of a group of requests.
extension RelayCore {
    /// Writes what the group has made of each log, once. Nothing is handled in this transaction after it.
    package func finish(in transaction: any RelayTransaction) throws(StorageError) {
        for id in touchedRooms {
            guard let room = rooms.peek(id), room.hasUnstored else { continue }
            try transaction.update(room.record, from: room.storedLast, usage: room.added)
        }
        for inbox in inboxes.values {
            try transaction.update(inbox.record, from: inbox.stored, usage: [:])
        }
    }

    /// The transaction is durable.
    package mutating func committed() {
        for id in touchedRooms {
            guard var room = takeRoom(id) else { continue }
            room.markStored()
            put(room, id)
        }
        for (log, excessBytes) in newlyCrowdedRooms
        where crowdedRooms.count < RelayLimits.cachedRoomsMax || crowdedRooms[log] != nil {
            crowdedRooms[log] = excessBytes
        }
        rates.committed()
        endGroup()
        while rooms.count > RelayLimits.cachedRoomsMax || roomPieces > RelayLimits.cachedRoomPiecesMax {
            guard let (_, room) = rooms.removeOldest() else { break }
            roomPieces -= room.weight
        }
        while accounts.count > RelayLimits.cachedAccountsMax, accounts.removeOldest() != nil {}
    }

    /// The transaction has come to nothing: what the group has looked at is read again, for it may be old or wrong.
    package mutating func forget() {
        for id in touchedRooms { _ = takeRoom(id) }
        for identity in newAccounts { _ = accounts.take(identity) }
        rates.forget()
        endGroup()
    }

    private mutating func endGroup() {
        touchedRooms.removeAll(keepingCapacity: true)
        newAccounts.removeAll(keepingCapacity: true)
        inboxes.removeAll(keepingCapacity: true)
        newlyCrowdedRooms.removeAll(keepingCapacity: true)
    }
}

// Between groups.
extension RelayCore {
    /// Rooms that the core holds.
    package var cachedRoomCount: Int { rooms.count }

    /// Things of which it remembers how often they were done.
    package var ratedCount: Int { rates.count }

    /// A room whose oldest messages must go, and how many bytes of them.
    package var crowdedRoom: (log: LogRow, excessBytes: Int)? {
        crowdedRooms.first.map { ($0.key, $0.value) }
    }

    /// A slice of sweeping is durable: shares have grown again.
    package mutating func swept(_ sweep: Sweep, _ result: SweepResult) {
        if case .room(let log) = sweep, let excess = crowdedRooms[log] {
            let left = excess - result.bytes - result.rows * RelayLimits.entryOverheadBytes
            crowdedRooms[log] = left > 0 && result.rows > 0 ? left : nil
        }
        guard !result.logs.isEmpty else { return }
        for id in rooms.keys {
            guard let room = rooms.peek(id), result.logs.contains(room.record.row) else { continue }
            rooms.change(id) { $0.usage = nil }
            roomPieces -= room.weight - (rooms.peek(id)?.weight ?? 0)
        }
    }
}
