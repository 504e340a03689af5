import Relay
import RelayProtocol
import RelayStore
import Testing

/// Logs, their entries, and what lies beside them.
struct LogTests {
    @Test func givesBackWhatWasAppended() throws {
        let folder = try StoreFolder()
        let store = try folder.open()
        var room = try TestRoom.create(1, in: store)
        try room.append([[], Array("'; DROP TABLE entry; --".utf8), [0, 0, 0]] + Make.bodies(0..<5), to: store)
        let entries = try store.entries(of: room.log)
        #expect(entries.numbers == Array(1...8))
        #expect(entries.map(\.hash) == room.hashes)
        #expect(entries[1].content == .kept(header: Make.header(.message), body: Array("'; DROP TABLE entry; --".utf8)))
        #expect(entries.allSatisfy { $0.parent == .first && $0.branch == .root })
        #expect(try store.log(room.name) == room.record)
        store.close()
    }

    @Test func knowsAnEntrysPlaceAlsoOnceItsBodyIsGone() throws {
        let folder = try StoreFolder()
        let store = try folder.open()
        var room = try TestRoom.create(1, in: store)
        try room.append([[1], [2]], to: store)
        for _ in 0..<2 {
            #expect(try store.place(of: EntryNumber(2), in: room.log) == EntryPlace(parent: .first, branch: .root))
            for number in [EntryNumber.none, EntryNumber(3), EntryNumber(.max)] {
                #expect(try store.place(of: number, in: room.log) == nil)
            }
            _ = try store.sweep(.messages(storedBefore: RelayTime(seconds: 1 << 40)))
        }
        #expect(try store.entries(of: room.log).map(\.content) == [.gone, .gone])
        store.close()
    }

    @Test func givesABodyOfTheGreatestSizeBack() throws {
        let folder = try StoreFolder()
        let store = try folder.open()
        var room = try TestRoom.create(1, in: store)
        let body = [UInt8](repeating: 7, count: RelayProtocolLimits.entryBodyBytes.upperBound)
        try room.append([body, [1]], to: store)
        #expect(try store.entries(of: room.log, bytesMax: 256 << 10).bodies == [body])
        #expect(try store.entries(of: room.log, from: EntryNumber(2)).bodies == [[1]])
        store.close()
    }

    @Test func showsATransactionItsOwnEntries() throws {
        let folder = try StoreFolder()
        let store = try folder.open()
        var room = try TestRoom.create(1, in: store)
        try room.append([[1]], to: store)
        let next = room.next([2])
        try store.write { transaction throws(StorageError) in
            try transaction.append(next, to: room.log)
            let entries = try transaction.entries(of: room.log, from: .first, countMax: 9, bytesMax: 99)
            #expect(entries.bodies == [[1], [2]])
            #expect(try transaction.entries(of: room.log, from: next.number, countMax: 1, bytesMax: 1).count == 1)
        }
        store.close()
    }

    @Test func readsNoFurtherThanItsBounds() throws {
        let folder = try StoreFolder()
        let store = try folder.open()
        var room = try TestRoom.create(1, in: store)
        let bodies = (0..<10).map { [UInt8](repeating: $0, count: 88) }
        try room.append(bodies, to: store)
        #expect(try store.entries(of: room.log, countMax: 4).numbers == [1, 2, 3, 4])
        #expect(try store.entries(of: room.log, countMax: 0).isEmpty)
        #expect(try store.entries(of: room.log, bytesMax: 300).numbers == [1, 2, 3])
        #expect(try store.entries(of: room.log, bytesMax: 299).numbers == [1, 2])
        #expect(try store.entries(of: room.log, bytesMax: 1).numbers == [1])
        #expect(try store.entries(of: room.log, from: EntryNumber(9)).numbers == [9, 10])
        #expect(try store.entries(of: room.log, from: .none).numbers == Array(1...10))
        for beyond in [11, UInt64(UInt32.max), UInt64(UInt32.max) + 1, .max] {
            #expect(try store.entries(of: room.log, from: EntryNumber(beyond)).isEmpty)
        }
        #expect(try store.entries(of: LogRow(rawValue: 99)).isEmpty)
        #expect(try store.entries(of: LogRow(rawValue: .max)).isEmpty)
        store.close()
    }

    @Test func keepsLogsApart() throws {
        let folder = try StoreFolder()
        let store = try folder.open()
        var rooms = try (1...3).map { try TestRoom.create($0, in: store) }
        for turn in 0..<4 {
            for place in rooms.indices { try rooms[place].append(Make.bodies(turn..<(turn + place)), to: store) }
        }
        for (place, room) in rooms.enumerated() {
            #expect(try store.entries(of: room.log).count == 4 * place)
            #expect(try store.log(room.name) == room.record)
        }
        store.close()
    }

    @Test func saysAConflictWhereSomebodyElseWasFaster() throws {
        let folder = try StoreFolder()
        let store = try folder.open()
        var room = try TestRoom.create(1, in: store)
        let stale = room
        try room.append(Make.bodies(0..<1), to: store)
        #expect(throws: StorageError.conflict) { try TestRoom.create(1, in: store) }
        var other = stale
        #expect(throws: StorageError.conflict) { try other.append(Make.bodies(5..<6), to: store) }
        #expect(throws: StorageError.conflict) {
            try store.write { transaction throws(StorageError) in
                try transaction.update(stale.record, from: EntryNumber(7), usage: [:])
            }
        }
        #expect(try store.entries(of: room.log).bodies == Make.bodies(0..<1))
        store.close()
    }

    @Test func keepsEpochsAndGivesEachOneSuccessor() throws {
        let folder = try StoreFolder()
        let store = try folder.open()
        let room = try TestRoom.create(1, in: store)
        let epoch = EpochRecord(number: .first, branch: .root, accessKey: Make.noun(9), successor: .none)
        try store.write { transaction throws(StorageError) in
            try transaction.insert(epoch, into: room.log)
            try transaction.setSuccessor(of: .first, to: EntryNumber(4), in: room.log)
        }
        for late in [EntryNumber.first, EntryNumber(3), EntryNumber(.max)] {
            #expect(throws: StorageError.conflict) {
                try store.write { transaction throws(StorageError) in
                    try transaction.setSuccessor(of: late, to: EntryNumber(5), in: room.log)
                }
            }
        }
        try store.read { snapshot throws(StorageError) in
            #expect(try snapshot.epoch(.first, of: room.log)?.successor == EntryNumber(4))
            #expect(try snapshot.epoch(.first, of: room.log)?.accessKey == Make.noun(9))
            #expect(try snapshot.epoch(EntryNumber(2), of: room.log) == nil)
            #expect(try snapshot.epoch(EntryNumber(.max), of: room.log) == nil)
        }
        store.close()
    }

    @Test func keepsBranchesInOrderAndDisputesByAccount() throws {
        let folder = try StoreFolder()
        let store = try folder.open()
        let room = try TestRoom.create(1, in: store)
        let branches = (0..<12).map {
            Branch(
                parentBranch: .root, parent: EntryNumber($0 * 3), isReadableFromParent: $0.isMultiple(of: 2),
                account: $0 == 0 ? nil : AccountRow(rawValue: Int64($0)))
        }
        try store.write { transaction throws(StorageError) in
            for (number, branch) in branches.enumerated() {
                try transaction.insert(branch, number: BranchNumber(rawValue: UInt32(number)), into: room.log)
            }
            try transaction.noteDispute(EntryNumber(.max), of: room.log, account: room.account)
        }
        try store.read { snapshot throws(StorageError) in
            #expect(try snapshot.branches(of: room.log) == branches)
            for (number, branch) in branches.enumerated() {
                #expect(try snapshot.branch(BranchNumber(rawValue: UInt32(number)), of: room.log) == branch)
            }
            #expect(try snapshot.branch(BranchNumber(rawValue: 12), of: room.log) == nil)
            #expect(try snapshot.hasDisputed(EntryNumber(.max), of: room.log, account: room.account))
            #expect(try !snapshot.hasDisputed(.first, of: room.log, account: room.account))
            #expect(try !snapshot.hasDisputed(EntryNumber(.max), of: room.log, account: AccountRow(rawValue: 77)))
        }
        store.close()
    }

    @Test func countsWhoStoresWhatAndWhoCreatedRooms() throws {
        let folder = try StoreFolder()
        let store = try folder.open()
        var room = try TestRoom.create(1, in: store)
        _ = try TestRoom.create(1, in: store, isInbox: true)
        try room.append([[1, 2, 3], [4, 5, 6]], to: store)
        try room.append([[7]], to: store)
        #expect(try store.usage(of: room.log) == [room.account: 7 + 3 * RelayLimits.entryOverheadBytes])
        try store.read { snapshot throws(StorageError) in
            #expect(try snapshot.roomCount(createdBy: room.account) == 1)
            #expect(try snapshot.roomCount(createdBy: AccountRow(rawValue: 5)) == 0)
        }
        store.close()
    }
}
