import Relay
import RelayProtocol
import RelaySupport
import Testing

@Suite struct PublicStateTests {
    private let ann = TestPerson(1)
    private let bob = TestPerson(2)
    private let room = RoomID.numbered(1)

    private func put(
        _ relay: inout TestRelay, _ epoch: UInt64, _ blob: [UInt8], as opened: [UInt64]
    ) throws -> RelayAnswer {
        let put = PutPublicState(room: room, epoch: EntryNumber(epoch), publicState: PublicState(blob: blob))
        return try relay.ask(bob, .putPublicState(put, relay.member(room, opened)))
    }

    private func stored(_ relay: TestRelay) throws -> StoredPublicState? {
        guard let log = try relay.record(room) else { return nil }
        return try relay.storage.read { (snapshot) throws(StorageError) in try snapshot.publicState(of: log.row) }
    }

    @Test func itIsPutForTheLatestEpochByWhoReadsIt() throws {
        var relay = TestRelay()
        try relay.create(room, by: ann)
        #expect(try put(&relay, 1, [1], as: []) == .refused(.notAllowed))
        #expect(try put(&relay, 9, [1], as: [1]) == .refused(.unknownParent))
        #expect(try put(&relay, .max, [1], as: [1]) == .refused(.unknownParent))
        #expect(try put(&relay, 1, [1], as: [1]) == .done(Done()))
        #expect(try stored(relay)?.hash == BlobHash(of: [1]))
        try relay.append(.commit(1, flags: .removes, body: [1]), to: room, by: ann)
        #expect(try put(&relay, 1, [2], as: [1]) == .refused(.parentHasCommit, 2))
        // What stands there already needn't be put again.
        #expect(try put(&relay, 1, [1], as: [1]) == .done(Done()))
        #expect(try put(&relay, 2, [2], as: [1]) == .refused(.notAllowed))
        #expect(try put(&relay, 2, [2], as: [1, 2]) == .done(Done()))
        #expect(try stored(relay)?.epoch.rawValue == 2)
    }

    @Test func withACommitItComesAtOnceOrNotAtAll() throws {
        let storage = MemoryStorage()
        var relay = TestRelay(storage)
        try relay.create(room, by: ann, publicState: PublicState(blob: [1]))
        storage.failNextWrite(with: .unavailable)
        let commit = Entry.commit(1, body: [2])
        #expect(throws: StorageError.unavailable) {
            try relay.append(commit, to: room, by: ann, publicState: PublicState(blob: [2]))
        }
        #expect(try stored(relay)?.hash == BlobHash(of: [1]))
        #expect(try relay.append(commit, to: room, by: ann, publicState: PublicState(blob: [2])).number == 2)
        #expect(try stored(relay)?.hash == BlobHash(of: [2]))
        #expect(try stored(relay)?.epoch.rawValue == 2)
    }

    @Test func anAccountPutsThirtyAnHour() throws {
        var relay = TestRelay()
        try relay.create(room, by: ann)
        for number in UInt8(1)...30 { #expect(try put(&relay, 1, [number], as: [1]) == .done(Done())) }
        #expect(try put(&relay, 1, [31], as: [1]) == .refused(.tooOften, 3_600))
        #expect(try put(&relay, 1, [30], as: [1]) == .done(Done()))
    }

    @Test func thatWhichWasReplacedStaysWithinItsBytes() throws {
        let blob = [UInt8](repeating: 7, count: 4 << 20)
        var relay = TestRelay()
        try relay.create(room, by: ann, publicState: PublicState(blob: [0]))
        for number in UInt8(1)...20 {
            #expect(try put(&relay, 1, [number] + blob.dropFirst(), as: [1]) == .done(Done()))
        }
        let log = try #require(try relay.record(room)?.row)
        let there = try (UInt8(0)...20).filter { number in
            let hash = number == 0 ? BlobHash(of: [0]) : BlobHash(of: [number] + blob.dropFirst())
            return try relay.storage.read { (snapshot) throws(StorageError) in try snapshot.blob(hash, of: log) } != nil
        }
        // Ann's stays, for Bob's are more.
        #expect(there == [0] + Array(5...20))
    }

    @Test func smallOnesCountToo() {
        func blobs(_ account: Int64, _ byteCount: Int, _ count: Int) -> [FormerBlob] {
            Array(
                repeating: FormerBlob(account: AccountRow(rawValue: account), byteCount: byteCount), count: count)
        }
        let former = blobs(1, 64 << 10, 2) + blobs(2, 1, 6)
        #expect(FormerBlob.excess(of: former, bytesMax: .max, countMax: 8).isEmpty)
        #expect(FormerBlob.excess(of: former, bytesMax: .max, countMax: 7) == [2])
        #expect(FormerBlob.excess(of: former, bytesMax: .max, countMax: 5) == [2, 3, 4])
        #expect(FormerBlob.excess(of: former, bytesMax: (128 << 10) + 6, countMax: .max).isEmpty)
        #expect(FormerBlob.excess(of: former, bytesMax: (128 << 10) + 5, countMax: .max) == [2])
    }

    @Test func anAccountReplacesItWithSoManyCommitsAnHour() throws {
        var relay = TestRelay()
        try relay.create(room, by: ann)
        for number in 1...UInt64(RelayLimits.stateCommitsPerHourMax) {
            let commit = Entry.commit(number, body: [1])
            #expect(try relay.append(commit, to: room, by: ann, publicState: PublicState(blob: [1])).number != nil)
        }
        let next = Entry.commit(UInt64(RelayLimits.stateCommitsPerHourMax) + 1, body: [2])
        #expect(
            try relay.append(next, to: room, by: ann, publicState: PublicState(blob: [1])) == .refused(.tooOften, 3_600)
        )
        #expect(try relay.append(next, to: room, by: bob, publicState: PublicState(blob: [1])).number != nil)
    }
}
