import Foundation
import Relay
import RelayProtocol
import RelayStore
import Testing

/// A damaged row costs itself, and nobody else.
struct DamageTests {
    @Test func tellsABodyThatIsNotWhatWasStored() throws {
        let folder = try StoreFolder()
        var room = try filled(folder, Make.bodies(0..<5))
        let body = Make.bodies(2..<3)[0]
        try folder.replace(body, with: body.flipping(at: 40))
        let store = try folder.open()
        let entries = try store.entries(of: room.log)
        #expect(entries.numbers == [1, 2, 3, 4, 5])
        #expect(entries[2].content == .damaged)
        #expect(entries[2].hash == room.hashes[2])
        #expect(entries.bodies.compactMap(\.self).count == 4)
        try room.append(Make.bodies(9..<10), to: store)
        #expect(try store.entries(of: room.log).count == 6)
        store.close()
    }

    @Test func servesEverythingAroundABrokenPage() throws {
        let folder = try StoreFolder()
        var room = try filled(folder, Make.bodies(0..<400))
        try folder.breakPage(with: Make.bodies(200..<201)[0])
        let store = try folder.open()
        let entries = try readAll(room, in: store)
        #expect(entries.numbers == Array(1...400))
        let damaged = entries.filter { $0.content == .damaged }
        #expect(damaged.contains { $0.number == EntryNumber(201) })
        #expect((1..<60).contains(damaged.count))
        for entry in entries where entry.content != .damaged {
            #expect(entry.hash == room.hashes[Int(entry.number.rawValue) - 1])
        }
        try room.append(Make.bodies(400..<410), to: store)
        #expect(try store.entries(of: room.log, from: EntryNumber(401)).count == 10)
        store.close()
    }

    @Test func followsALogWhoseLastEntryCannotBeRead() throws {
        let folder = try StoreFolder()
        let room = try filled(folder, Make.bodies(0..<400))
        try folder.breakPage(with: Make.bodies(399..<400)[0])
        let store = try folder.open()
        let chunk = try store.read { snapshot throws(StorageError) in
            try LogChunk(
                room.name, from: .first, openings: [Opening(number: .first, branch: .root)], in: snapshot)
        }
        #expect(throws: StorageError.damaged) {
            try store.read { snapshot throws(StorageError) in try snapshot.place(of: EntryNumber(400), in: room.log) }
        }
        #expect(chunk.last == EntryNumber(400))
        #expect(chunk.eventCount > 300)
        store.close()
    }

    /// The one in between is missing.
    @Test func brokenBranchesCostOnlyWhoReadsAcrossThem() throws {
        let folder = try StoreFolder()
        let store = try folder.open()
        var room = try TestRoom.create(1, in: store)
        try room.append(Make.bodies(0..<3), to: store)
        let (entry, log, name) = (room.next([9], branch: BranchNumber(rawValue: 2)), room.record, room.name)
        try store.write { transaction throws(StorageError) in
            let branch = Branch(
                parentBranch: BranchNumber(rawValue: 1), parent: .first, isReadableFromParent: true)
            try transaction.insert(branch, number: entry.branch, into: log.row)
            try transaction.append(entry, to: log.row)
            var record = log
            record.last = entry.number
            try transaction.update(record, from: log.last, usage: [:])
        }
        func count(_ branch: UInt32) throws -> Int {
            let openings = [Opening(number: .first, branch: BranchNumber(rawValue: branch))]
            return try store.read { snapshot throws(StorageError) in
                try LogChunk(name, from: .first, openings: openings, in: snapshot)
            }.eventCount
        }
        #expect(try count(2) == 4)
        #expect(throws: StorageError.damaged) { try count(0) }
        store.close()
    }

    @Test func saysWhatTheCheckFoundAfterAKill() throws {
        let folder = try StoreFolder()
        var room = try filled(folder, Make.bodies(0..<400))
        let running = try folder.open()
        try room.append([[1]], to: running)
        let killed = try folder.killed()
        running.close()
        try killed.breakPage(with: Make.bodies(200..<201)[0])
        let store = try killed.open()
        guard case .damaged(let findings) = store.condition else {
            Issue.record("found nothing")
            return
        }
        #expect(findings > 0)
        #expect(try readAll(room, in: store).count == 401)
        store.close()
    }

    @Test func sweepsWhatLiesBehindABrokenPage() throws {
        let folder = try StoreFolder()
        let room = try filled(folder, Make.bodies(0..<400))
        try folder.breakPage(with: Make.bodies(200..<201)[0])
        let store = try folder.open()
        var (rows, slices) = (0, 0)
        while slices < 100 {
            slices += 1
            guard let swept = try? store.sweep(.messages(storedBefore: Make.time(9)), rowsMax: 16) else { continue }
            rows += swept.rows
            if !swept.isUnfinished { break }
        }
        // Where a page beside the broken one would have to be joined with it, what stands there stays.
        #expect((300..<400).contains(rows))
        let entries = try readAll(room, in: store)
        #expect(entries.filter { $0.content == .gone }.count == rows)
        #expect(entries.numbers == Array(1...400))
        #expect((1..<60).contains(entries.filter { $0.content == .damaged }.count))
        store.close()
    }

    @Test func lastsThroughAnAcknowledgementOfWhatCannotBeRead() throws {
        let folder = try StoreFolder()
        let store = try folder.open()
        var inbox = try TestRoom.create(1, in: store, isInbox: true)
        try inbox.append(Make.bodies(0..<100), to: store, kind: nil)
        store.close()
        try folder.breakPage(with: Make.bodies(50..<51)[0])
        let again = try folder.open()
        #expect(try readAll(inbox, in: again).count == 100)
        #expect(throws: StorageError.damaged) { try acknowledge(inbox, in: again) }
        try acknowledge(inbox, in: again)
        #expect(try again.inboxUsage(of: inbox.log) == InboxUsage())
        #expect(try again.entries(of: inbox.log).isEmpty)
        try inbox.append([[1]], to: again, kind: nil)
        #expect(try again.entries(of: inbox.log).numbers == [101])
        again.close()
    }

    @Test func aBrokenPageOfTheIndexOfHashesStopsNoRoom() throws {
        let folder = try StoreFolder()
        let store = try folder.open(recentHashesMax: 4)
        var room = try TestRoom.create(1, in: store)
        try room.append(Make.bodies(0..<2_000), to: store)
        store.close()
        try folder.breakFirstLeaf(of: "hash_index")
        let again = try folder.open(recentHashesMax: 4)
        for body in Make.bodies(2_000..<2_100) { try room.append([body], to: again) }
        #expect(try readAll(room, in: again).count == 2_100)
        again.close()
    }

    @Test func aBrokenPageOfTheTableOfLogsCostsOnlyThoseOnIt() throws {
        let folder = try StoreFolder()
        let running = try folder.open()
        var rooms: [TestRoom] = []
        for seed in 0..<200 as Range<UInt8> { rooms.append(try TestRoom.create(seed, in: running)) }
        running.close()
        let again = try folder.open()
        try rooms[199].append(Make.bodies(0..<3), to: again)
        let killed = try folder.killed()
        again.close()
        try killed.breakFirstLeaf(of: "log")
        let store = try killed.open()
        guard case .damaged = store.condition else {
            Issue.record("found nothing")
            return
        }
        #expect(try store.entries(of: rooms[199].log).count == 3)
        // What the index of hashes hadn't yet is known again.
        let hash = rooms[199].hashes[2]
        let log = rooms[199].log
        let repeated = try store.write { transaction throws(StorageError) in
            try transaction.repeated(hash, in: log, after: .none)?.number
        }
        #expect(repeated == EntryNumber(3))
        store.close()
    }

    @Test func nearTheCapABrokenPageOfBlobsKeepsNothingElse() throws {
        let folder = try StoreFolder()
        let store = try folder.open()
        var room = try TestRoom.create(1, in: store)
        try room.append(Make.bodies(0..<10), to: store, kind: .commit)
        let log = room.log
        let account = room.account
        for number in 0..<40 as Range<UInt8> {
            let blob = [UInt8](repeating: number, count: 700)
            try store.write { transaction throws(StorageError) in
                try transaction.putPublicState(
                    PublicState(blob: blob, links: []), hash: BlobHash(of: blob), epoch: .first, of: log,
                    account: account, formerBytesMax: .max, at: Make.time(UInt64(number)))
            }
        }
        store.close()
        try folder.breakFirstLeaf(of: "blob")
        let again = try folder.open()
        var rows = 0
        for _ in 0..<20 { rows += (try? again.sweep(.oldest, rowsMax: 16).rows) ?? 0 }
        #expect(rows >= 10)
        #expect(try again.entries(of: log).allSatisfy { $0.content == .gone })
        again.close()
    }

    private func acknowledge(_ inbox: TestRoom, in store: RelayStore) throws {
        try store.write { transaction throws(StorageError) in
            try transaction.deleteItems(upTo: EntryNumber(100), of: inbox.log)
        }
    }

    private func filled(_ folder: StoreFolder, _ bodies: [[UInt8]]) throws -> TestRoom {
        let store = try folder.open()
        var room = try TestRoom.create(1, in: store)
        try room.append(bodies, to: store)
        store.close()
        return room
    }

    /// As one who catches up does.
    private func readAll(_ room: TestRoom, in store: RelayStore) throws -> [StoredEntry] {
        var entries: [StoredEntry] = []
        var next = EntryNumber.first
        while true {
            let chunk = try store.entries(of: room.log, from: next, countMax: 50)
            guard let last = chunk.last else { return entries }
            entries += chunk
            next = try #require(last.number.next)
        }
    }
}

extension [UInt8] {
    fileprivate func flipping(at place: Int) -> [UInt8] {
        var bytes = self
        bytes[place] ^= 1
        return bytes
    }
}
