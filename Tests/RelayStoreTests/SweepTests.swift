import Identity
import Relay
import RelayProtocol
import RelayStore
import Testing

/// Retention and the disk cap, slice by slice.
struct SweepTests {
    @Test func takesBodiesOfOldMessagesAndLeavesTheirHashes() throws {
        let folder = try StoreFolder()
        let store = try folder.open()
        var room = try TestRoom.create(1, in: store)
        try room.append([[1]], to: store, kind: .create, at: 0)
        try room.append([[2, 2], [3, 3]], to: store, at: 1)
        try room.append([[4], [5]], to: store, at: 2)
        let swept = try store.sweep(.messages(storedBefore: Make.time(2)))
        #expect(swept == SweepResult(rows: 2, bytes: 4, logs: [room.log]))
        let entries = try store.entries(of: room.log)
        #expect(entries.numbers == [1, 2, 3, 4, 5])
        #expect(entries.map(\.hash) == room.hashes)
        #expect(entries.bodies == [[1], nil, nil, [4], [5]])
        #expect(entries[1].content == .gone)
        #expect(entries[1].parent == .first)
        let left = 3 + 3 * RelayLimits.entryOverheadBytes
        #expect(try store.usage(of: room.log) == [room.account: left])
        #expect(try store.repeated(room.hashes[1], in: room.log)?.number == EntryNumber(2))
        #expect(try store.sweep(.messages(storedBefore: Make.time(2))) == SweepResult())
        #expect(try store.sweep(.commits(storedBefore: Make.time(1))).rows == 1)
        store.close()
    }

    @Test func takesNoMoreRowsThanItMay() throws {
        let folder = try StoreFolder()
        let store = try folder.open()
        var room = try TestRoom.create(1, in: store)
        try room.append(Make.bodies(0..<10), to: store)
        for left in [7, 4, 1] {
            let swept = try store.sweep(.messages(storedBefore: Make.time(1)), rowsMax: 3)
            #expect(swept.rows == 3)
            #expect(swept.isUnfinished)
            #expect(try store.entries(of: room.log).bodies.compactMap(\.self).count == left)
        }
        let last = try store.sweep(.messages(storedBefore: Make.time(1)), rowsMax: 3)
        #expect(last.rows == 1)
        #expect(!last.isUnfinished)
        store.close()
    }

    @Test func takesNoMoreBytesThanItMayButOneBodyInAnyCase() throws {
        let folder = try StoreFolder()
        let store = try folder.open()
        var room = try TestRoom.create(1, in: store)
        try room.append((0..<3).map { [UInt8](repeating: $0, count: 3 << 20) }, to: store)
        try room.append((0..<4).map { [UInt8](repeating: $0, count: 1 << 20) } + [[1]], to: store)
        for rows in [2, 3, 3] {
            let swept = try store.sweep(.messages(storedBefore: Make.time(1)))
            #expect(swept.rows == rows)
            #expect(swept.isUnfinished == (try store.entries(of: room.log).bodies.contains { $0 != nil }))
        }
        store.close()
    }

    @Test func takesTheOldestOfAllFirstAndCommitsLast() throws {
        let folder = try StoreFolder()
        let store = try folder.open()
        var rooms = try (1...2).map { try TestRoom.create($0, in: store) }
        for place in rooms.indices { try rooms[place].append([[0]], to: store, kind: .create) }
        for turn in 0..<3 {
            for place in rooms.indices { try rooms[place].append([[UInt8(turn)]], to: store, at: UInt64(turn)) }
        }
        #expect(try store.sweep(.oldest, rowsMax: 2).logs == Set(rooms.map(\.log)))
        for room in rooms { #expect(try store.entries(of: room.log).bodies == [[0], nil, [1], [2]]) }
        #expect(try store.sweep(.oldest).rows == 4)
        for room in rooms { #expect(try store.entries(of: room.log).bodies == [[0], nil, nil, nil]) }
        #expect(try store.sweep(.oldest).rows == 2)
        #expect(try store.sweep(.oldest) == SweepResult())
        store.close()
    }

    @Test func takesItemsAndLatestStatesBeforeCommits() throws {
        let folder = try StoreFolder()
        let store = try folder.open()
        var rooms = try (1...2).map { try TestRoom.create($0, in: store) }
        for place in rooms.indices { try rooms[place].append([[0]], to: store, kind: .create) }
        var inbox = try TestRoom.create(3, in: store, isInbox: true)
        try inbox.append([[1]], to: store, kind: nil)
        for room in rooms {
            try store.write { transaction throws(StorageError) in
                try transaction.putPublicState(
                    PublicState(blob: [7, 7], links: []), hash: BlobHash(of: [7, 7]), epoch: .first, of: room.log,
                    account: room.account, formerBytesMax: 100, at: Make.time(0))
            }
        }
        #expect(try store.sweep(.oldest) == SweepResult(rows: 1, bytes: 1, logs: [inbox.log], isUnfinished: true))
        for statesLeft in [1, 0] {
            #expect(try store.sweep(.oldest, rowsMax: 1).bytes == 2)
            try store.read { snapshot throws(StorageError) in
                let states = try rooms.map { room throws(StorageError) in try snapshot.publicState(of: room.log) }
                #expect(states.count { $0 != nil } == statesLeft)
                let blob = try snapshot.blob(BlobHash(of: [7, 7]), of: rooms[0].log)
                #expect(blob == nil && states[0] == nil)
            }
        }
        #expect(try store.sweep(.oldest).rows == 2)
        #expect(try store.sweep(.oldest) == SweepResult())
        store.close()
    }

    @Test func takesTheOldestMessagesOfOneRoom() throws {
        let folder = try StoreFolder()
        let store = try folder.open()
        var rooms = try (1...3).map { try TestRoom.create($0, in: store) }
        for place in rooms.indices {
            try rooms[place].append([[0]], to: store, kind: .create)
            try rooms[place].append([[1], [2], [3]], to: store, at: UInt64(3 - place))
        }
        let swept = try store.sweep(.room(rooms[1].log), rowsMax: 2)
        #expect(swept == SweepResult(rows: 2, bytes: 2, logs: [rooms[1].log], isUnfinished: true))
        #expect(try store.sweep(.room(rooms[1].log), bytesMax: 0).rows == 1)
        #expect(try store.sweep(.room(rooms[1].log)).rows == 0)
        #expect(try store.entries(of: rooms[1].log).bodies == [[0], nil, nil, nil])
        for place in [0, 2] { #expect(try store.entries(of: rooms[place].log).bodies == [[0], [1], [2], [3]]) }
        store.close()
    }

    @Test func forgetsHashesAtTheBeginningAlone() throws {
        let folder = try StoreFolder()
        let store = try folder.open(recentHashesMax: 4)
        var rooms = try (1...3).map { try TestRoom.create($0, in: store) }
        for place in rooms.indices {
            try rooms[place].append(Make.bodies(0..<4), to: store, at: 0)
            try rooms[place].append([[0]], to: store, kind: .commit, at: 1)
            try rooms[place].append(Make.bodies(4..<6), to: store, at: 2)
        }
        _ = try store.sweep(.messages(storedBefore: Make.time(9)))
        try sweepHashes(storedBefore: 9, in: store)
        for room in rooms {
            let record = try #require(try store.log(room.name))
            #expect(record.trimmed == EntryNumber(4))
            #expect(record.trimmedHead == room.heads[4])
            #expect(try store.entries(of: room.log).numbers == [5, 6, 7])
            for (place, hash) in room.hashes.enumerated() {
                #expect(try (store.repeated(hash, in: room.log) != nil) == (place >= 4))
            }
        }
        _ = try store.sweep(.commits(storedBefore: Make.time(9)))
        try sweepHashes(storedBefore: 2, in: store)
        for room in rooms { #expect(try store.entries(of: room.log).numbers == [6, 7]) }
        try sweepHashes(storedBefore: 9, in: store)
        for room in rooms {
            #expect(try store.entries(of: room.log).isEmpty)
            #expect(try store.log(room.name)?.trimmed == EntryNumber(7))
            #expect(try store.log(room.name)?.head == room.record.head)
        }
        store.close()
    }

    /// Goes round until a round finds nothing.
    private func sweepHashes(storedBefore seconds: UInt64, in store: RelayStore) throws {
        var isUnfinished = true
        while isUnfinished {
            let swept = try store.sweep(.hashes(storedBefore: Make.time(seconds)), rowsMax: 3)
            #expect(swept.rows <= 3)
            isUnfinished = swept.isUnfinished
        }
    }

    @Test func freesNamesThatWereReleasedLongAgo() throws {
        let folder = try StoreFolder()
        let store = try folder.open()
        let name = try AtName("ann")
        try store.write { transaction throws(StorageError) in
            let account = try transaction.insertAccount(Make.identity(1))
            try transaction.giveName(name, to: account)
        }
        #expect(try store.sweep(.names(releasedBefore: Make.time(.max))).rows == 0)
        try store.write { transaction throws(StorageError) in
            guard let account = try transaction.account(Make.identity(1)) else { throw .damaged }
            try transaction.releaseName(of: account.row, at: Make.time(5))
        }
        #expect(try store.sweep(.names(releasedBefore: Make.time(5))).rows == 0)
        #expect(try store.sweep(.names(releasedBefore: Make.time(6))).rows == 1)
        #expect(try store.read { snapshot throws(StorageError) in try snapshot.name(name) } == nil)
        store.close()
    }
}
