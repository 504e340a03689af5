import NIOCore
import Relay
import RelayProtocol
import RelaySupport
import Testing

struct LogChunkTests {
    private let room = RoomID.numbered(1)
    private let opening = [Opening(number: .first, branch: .root)]

    /// A room with a creation and so many messages.
    private func storage(_ bodies: [[UInt8]]) throws -> MemoryStorage {
        let storage = MemoryStorage()
        var relay = TestRelay(storage)
        let person = TestPerson(1)
        try relay.ask(person, .append(Append(room: room, entry: .create()), .none))
        for body in bodies {
            try relay.ask(person, .append(Append(room: room, entry: .message(1, body)), .member(opening)))
        }
        return storage
    }

    private func chunk(_ storage: MemoryStorage, from: UInt64, _ openings: [Opening]? = nil) throws -> LogChunk {
        try storage.read { (snapshot) throws(StorageError) in
            try LogChunk(.room(room), from: EntryNumber(from), openings: openings ?? opening, in: snapshot)
        }
    }

    @Test func storedBytesBecomeTheEventsThatEncodingGives() throws {
        let bodies: [[UInt8]] = [[2], [UInt8](repeating: 3, count: 70_000), [4, 4]]
        let chunk = try chunk(try storage(bodies), from: 2)
        let events = zip(2..., bodies).map { number, body in
            RelayEvent.entries(EntriesEvent(room: room, number: EntryNumber(number), entry: .message(1, body)))
        }
        #expect(chunk.events.relayEvents == events)
        #expect(chunk.last == EntryNumber(4) && chunk.end == EntryNumber(4) && chunk.eventCount == 3)
    }

    @Test func aLongLogComesInPieces() throws {
        let bodies = (0..<10).map { [UInt8](repeating: $0, count: 100_000) }
        let storage = try storage(bodies)
        var (from, events): (UInt64, [RelayEvent]) = (2, [])
        while from <= 11 {
            let piece = try chunk(storage, from: from)
            #expect(piece.last == EntryNumber(11) && piece.end >= EntryNumber(from))
            #expect(piece.events.readableBytes < SessionLimits.chunkBytesMax + 100_200)
            events += piece.events.relayEvents
            from = piece.end.rawValue + 1
        }
        #expect(events.map(\.body) == bodies)
    }

    @Test func behindTheEndThereIsNothing() throws {
        for from in [UInt64(2), 3, .max] {
            let chunk = try chunk(try storage([]), from: from)
            #expect(chunk.last == .first && chunk.end == .first && chunk.eventCount == 0)
        }
    }

    @Test func aLogThatDoesNotExistIsEmpty() throws {
        let chunk = try MemoryStorage().read { (snapshot) throws(StorageError) in
            try LogChunk(.inbox(TestPerson(1).device), from: .first, openings: [], in: snapshot)
        }
        #expect(chunk.last == .none && chunk.end == .none && chunk.eventCount == 0)
    }

    @Test func whoHasOpenedNothingGetsHashes() throws {
        let chunk = try chunk(try storage([[2]]), from: 1, [])
        #expect(chunk.events.relayEvents.map(\.reason) == [.notReadable, .notReadable])
    }

    /// First that, and what the log was up to there; then what is left.
    @Test func whatWasTrimmedIsSaidOnce() throws {
        let storage = try storage([[2], [3], [4]])
        let head = try chunk(storage, from: 1).last
        #expect(head == EntryNumber(4))
        let later = RelayTime(seconds: 1 << 40)
        for sweep in [Sweep.messages(storedBefore: later), .commits(storedBefore: later), .hashes(storedBefore: later)]
        {
            try storage.write { (tx) throws(StorageError) in _ = try tx.sweep(sweep, rowsMax: 100, bytesMax: 1 << 20) }
        }
        let record = try storage.read { (snapshot) throws(StorageError) in try snapshot.log(.room(room)) }
        let trimmed = try #require(record)
        #expect(trimmed.trimmed > .none)
        let chunk = try chunk(storage, from: 2)
        #expect(
            chunk.events.relayEvents.first
                == .trimmed(TrimmedEvent(room: room, through: trimmed.trimmed, head: trimmed.trimmedHead)))
        #expect(chunk.end == EntryNumber(4))
    }
}
