import Relay
import RelayProtocol
import RelayStore
import Testing

/// The same entry again has the same number: in memory, in the index, after a kill and after a stop.
struct RepeatTests {
    @Test func findsAnEntryInItsOwnTransaction() throws {
        let folder = try StoreFolder()
        let store = try folder.open()
        var room = try TestRoom.create(1, in: store)
        try store.write { transaction throws(StorageError) in
            try room.append(Make.bodies(0..<3), in: transaction)
            let found = try transaction.repeated(room.hashes[1], in: room.log, after: .first)
            #expect(found?.number == EntryNumber(2))
            #expect(found?.head == room.heads[2])
        }
        store.close()
    }

    @Test func findsNothingElse() throws {
        let folder = try StoreFolder()
        let store = try folder.open()
        var room = try TestRoom.create(1, in: store)
        let other = try TestRoom.create(2, in: store)
        try room.append(Make.bodies(0..<3), to: store)
        #expect(try store.repeated(room.hashes[0], in: other.log) == nil)
        #expect(try store.repeated(EntryHash(header: [], body: [1]), in: room.log) == nil)
        #expect(try store.repeated(room.hashes[0], in: LogRow(rawValue: .max)) == nil)
        store.close()
    }

    @Test func findsEntriesAfterAStopAndAfterAKill() throws {
        let folder = try StoreFolder()
        let store = try folder.open()
        var room = try TestRoom.create(1, in: store)
        try room.append(Make.bodies(0..<40), to: store)
        let killed = try folder.killed()
        store.close()
        for folder in [killed, folder] {
            let again = try folder.open()
            var room = room
            try expectAllFound(room, in: again)
            try room.append(Make.bodies(40..<50), to: again)
            try expectAllFound(room, in: again)
            again.close()
        }
    }

    /// Some in the index, some on their way there, the rest in memory; killed at every step.
    @Test func findsEntriesWhereverTheirHashesAre() throws {
        let folder = try StoreFolder()
        let store = try folder.open(recentHashesMax: 50)
        var rooms = try (1...3).map { try TestRoom.create($0, in: store) }
        for turn in 0..<40 {
            for place in rooms.indices { try rooms[place].append(Make.bodies((turn * 3)..<(turn * 3 + 3)), to: store) }
            for room in rooms { try expectAllFound(room, in: store) }
            let killed = try folder.killed().open(recentHashesMax: 10)
            for room in rooms { try expectAllFound(room, in: killed) }
            killed.close()
        }
        store.close()
        let again = try folder.open()
        for room in rooms { try expectAllFound(room, in: again) }
        again.close()
    }

    @Test func tellsHashesApartThatBeginAlike() throws {
        let folder = try StoreFolder()
        let store = try folder.open()
        let room = try TestRoom.create(1, in: store)
        let alike = (0..<3).compactMap { EntryHash(Make.bytes(5).dropLast() + [UInt8($0)]) }
        let (first, second) = (room.next([1], hash: alike[0]), room.next([2], hash: alike[1]))
        try store.write { transaction throws(StorageError) in
            try transaction.append(first, to: room.log)
        }
        try store.write { transaction throws(StorageError) in
            try transaction.append(Self.numbered(2, second), to: room.log)
        }
        for _ in 0..<2 {
            #expect(try store.repeated(alike[0], in: room.log)?.number == .first)
            #expect(try store.repeated(alike[1], in: room.log)?.number == EntryNumber(2))
            #expect(try store.repeated(alike[2], in: room.log) == nil)
        }
        store.close()
    }

    @Test func forgetsWhatWasDeletedAndKnowsItAgainWhenItComesAgain() throws {
        let folder = try StoreFolder()
        let store = try folder.open()
        var inbox = try TestRoom.create(1, in: store, isInbox: true)
        try inbox.append([[1], [2]], to: store, kind: nil)
        try store.write { transaction throws(StorageError) in
            try transaction.deleteItems(upTo: .first, of: inbox.log)
            #expect(try transaction.repeated(inbox.hashes[0], in: inbox.log, after: .none) == nil)
            try inbox.append([[1]], in: transaction, kind: nil)
        }
        #expect(try store.repeated(inbox.hashes[0], in: inbox.log)?.number == EntryNumber(3))
        #expect(try store.repeated(inbox.hashes[1], in: inbox.log)?.number == EntryNumber(2))
        store.close()
        let again = try folder.open()
        #expect(try again.repeated(inbox.hashes[0], in: inbox.log)?.number == EntryNumber(3))
        again.close()
    }

    private func expectAllFound(_ room: TestRoom, in store: RelayStore) throws {
        for (place, hash) in room.hashes.enumerated() {
            let found = try store.repeated(hash, in: room.log, after: .first)
            #expect(found?.number == EntryNumber(UInt64(place + 1)))
            #expect(found?.head == room.heads[place + 1])
        }
        #expect(try store.repeated(EntryHash(header: [], body: [9]), in: room.log, after: .first) == nil)
    }

    private static func numbered(_ number: UInt64, _ entry: NewEntry) -> NewEntry {
        NewEntry(
            number: EntryNumber(number), hash: entry.hash, head: entry.head, parent: entry.parent, branch: entry.branch,
            kind: entry.kind, header: entry.header, body: entry.body, account: entry.account,
            showedToken: entry.showedToken, storedAt: entry.storedAt)
    }
}
