import Identity
import RelayProtocol

// What is stored, as far as the core remembers it.
extension RelayCore {
    /// Takes a room out of the cache, or reads it. It must be put back.
    mutating func room(_ id: RoomID, _ scene: Scene) throws(StorageError) -> CachedRoom? {
        if let room = takeRoom(id) { return room }
        guard let record = try scene.transaction.log(.room(id)) else { return nil }
        return CachedRoom(
            record: record, branches: RoomBranches(try scene.transaction.branches(of: record.row)), usage: nil)
    }

    mutating func takeRoom(_ id: RoomID) -> CachedRoom? {
        guard let room = rooms.take(id) else { return nil }
        roomPieces -= room.weight
        return room
    }

    mutating func put(_ room: CachedRoom, _ id: RoomID) {
        touchedRooms.insert(id)
        roomPieces += room.weight
        rooms.put(room, id)
    }

    /// The requester's account. A new one is made for who has none: the line has proven who he is.
    mutating func account(_ scene: Scene) throws(StorageError) -> AccountRow {
        if let account = try knownAccount(scene) { return account }
        hasChanged = true
        let identity = scene.requester.identity
        let account = try scene.transaction.insertAccount(identity)
        newAccounts.append(identity)
        accounts.put(account, identity)
        return account
    }

    mutating func knownAccount(_ scene: Scene) throws(StorageError) -> AccountRow? {
        if let account = accounts.value(scene.requester.identity) { return account }
        guard let account = try scene.transaction.account(scene.requester.identity)?.row else { return nil }
        accounts.put(account, scene.requester.identity)
        return account
    }
}

extension CachedRoom {
    /// - Throws: ``StorageError/conflict`` if somebody else has written to the room since it was read.
    mutating func epoch(_ number: EntryNumber, _ scene: Scene) throws(StorageError) -> EpochRecord? {
        if let epoch = epochs.epoch(number) { return epoch }
        guard let epoch = try scene.transaction.epoch(number, of: record.row) else { return nil }
        guard epoch.number <= record.last, Int(epoch.branch.rawValue) < branches.branches.count else {
            throw .conflict
        }
        epochs.keep(epoch)
        return epoch
    }

    /// What is stored, with what this group has added.
    mutating func usage(_ scene: Scene) throws(StorageError) -> RoomUsage {
        if let usage { return usage }
        var read = RoomUsage(try scene.transaction.usage(of: record.row))
        for (account, byteCount) in added { read.add(byteCount, to: account) }
        (usage, usageReadAt) = (read, scene.moment.time)
        return read
    }

    /// Where many accounts have written, reading it takes long: it isn't done again for everybody who is refused.
    ///
    /// - Returns: whether it must be read again.
    mutating func forgetOldUsage(_ scene: Scene) -> Bool {
        guard usageReadAt.map({ scene.moment.time > $0 }) ?? true else { return false }
        usage = nil
        return true
    }
}
