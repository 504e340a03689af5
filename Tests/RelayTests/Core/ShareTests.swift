import Relay
import RelayProtocol
import RelaySupport
import Testing

@Suite struct ShareTests {
    private let ann = TestPerson(1)
    private let bob = TestPerson(2)
    private let room = RoomID.numbered(1)
    private let shares = RoomShares(roomBytesMax: 40_000)

    private func usage(_ bytes: [Int64: Int]) -> RoomUsage {
        RoomUsage(Dictionary(uniqueKeysWithValues: bytes.map { (AccountRow(rawValue: $0), $1) }))
    }

    private let me = AccountRow(rawValue: 1)

    @Test func nineTenthsAreSharedOutAmongFourOrMore() {
        #expect(shares.share(among: 1) == 9_000)
        #expect(shares.share(among: 4) == 9_000)
        #expect(shares.share(among: 5) == 7_200)
        #expect(shares.share(among: 36_001) == 0)
    }

    @Test func aShareEndsWhereItEnds() {
        let four = usage([1: 8_000, 2: 10, 3: 10, 4: 10])
        #expect(shares.allow(.message, of: 1_000, by: me, in: four))
        #expect(!shares.allow(.message, of: 1_001, by: me, in: four))
        #expect(!shares.allow(.proposal, of: 1_001, by: me, in: four))
        // A fifth makes the shares smaller, his own among them.
        let fifth = AccountRow(rawValue: 5)
        #expect(shares.allow(.message, of: 7_200, by: fifth, in: four))
        #expect(!shares.allow(.message, of: 7_201, by: fifth, in: four))
        #expect(!shares.allow(.message, of: 7_201, by: nil, in: four))
    }

    /// A disk may say anything.
    @Test func noNumberIsTooLargeToAdd() {
        var full = usage([1: .max, 2: .max])
        #expect(full.total == .max)
        full.add(1, to: me)
        #expect(full.bytes(of: me) == .max && full.total == .max)
        #expect(!shares.allow(.message, of: 1, by: me, in: full) && !shares.allow(.commit, of: 1, by: me, in: full))
        #expect(shares.excess(of: full, with: .max) == .max - 40_000)
    }

    @Test func commitsGoOnInTheLastTenthWhileTheRoomHasSpace() {
        let full = usage([1: 9_000])
        #expect(!shares.allow(.message, of: 1, by: me, in: full))
        #expect(shares.allow(.commit, of: 4_000, by: me, in: full))
        #expect(!shares.allow(.commit, of: 4_001, by: me, in: full))
        let crowded = usage([1: 9_000, 2: 27_000])
        #expect(shares.allow(.commit, of: 4_000, by: me, in: crowded))
        #expect(!shares.allow(.commit, of: 4_000, by: me, in: usage([1: 9_000, 2: 27_001])))
    }

    @Test func allNumbersAreSurvived() {
        let largest = RoomShares(roomBytesMax: .max)
        #expect(largest.allow(.commit, of: 1 << 40, by: me, in: usage([1: 1 << 60])))
        #expect(!RoomShares(roomBytesMax: 0).allow(.create, of: 1, by: me, in: usage([:])))
    }

    @Test func whoIsOverHisShareIsRefusedAndTheOthersAreNot() throws {
        var limits = RelayLimits()
        limits.roomBytesMax = 40_000
        var relay = TestRelay(limits: limits)
        try relay.create(room, by: bob)
        let body = [UInt8](repeating: 0, count: 744)
        for number in UInt8(1)...9 {
            #expect(try relay.append(.message(1, [number] + body.dropFirst()), to: room, by: ann).number != nil)
        }
        #expect(try relay.append(.message(1, [99]), to: room, by: ann) == .refused(.overQuota))
        #expect(try relay.append(.message(1, [99]), to: room, by: bob).number == 11)
        #expect(try relay.append(.commit(1, body: [1]), to: room, by: ann).number == 12)
        // Each entry counts, and sweeping gives all of it back.
        relay.pass(seconds: 10)
        try relay.sweep(.messages(storedBefore: relay.moment.time))
        #expect(try relay.append(.message(12, [98]), to: room, by: ann).number == 13)
    }

    @Test func anotherProcessSweepsAndNobodyIsTold() throws {
        var limits = RelayLimits()
        limits.roomBytesMax = 40_000
        var relay = TestRelay(limits: limits)
        try relay.create(room, by: bob)
        #expect(try relay.append(.message(1, Array(repeating: 0, count: 8_744)), to: room, by: ann).number == 2)
        #expect(try relay.append(.message(1, [1]), to: room, by: ann) == .refused(.overQuota))
        relay.pass(seconds: 10)
        let time = relay.moment.time
        _ = try relay.storage.write { (tx) throws(StorageError) in
            try tx.sweep(.messages(storedBefore: time), rowsMax: 10, bytesMax: 100_000)
        }
        #expect(try relay.append(.message(1, [1]), to: room, by: ann).number == 3)
    }

    @Test func whoIsRefusedAgainAndAgainCostsNothing() throws {
        var limits = RelayLimits()
        limits.roomBytesMax = 40_000
        let storage = MemoryStorage()
        var relay = TestRelay(storage, limits: limits)
        try relay.create(room, by: bob)
        try relay.append(.message(1, Array(repeating: 0, count: 8_744)), to: room, by: ann)
        let before = storage.usageReadCount
        for number in UInt8(0)..<100 {
            #expect(try relay.append(.message(1, [number]), to: room, by: ann) == .refused(.overQuota))
        }
        #expect(storage.usageReadCount - before <= 1)
    }

    @Test func aRoomInWhichSharesShrinkLosesItsOldestMessages() throws {
        var limits = RelayLimits()
        limits.roomBytesMax = 40_000
        var relay = TestRelay(limits: limits)
        try relay.create(room, by: ann)
        for person in UInt32(1)...16 {
            let body = [UInt8](repeating: UInt8(person), count: 999)
            for number in UInt8(0)..<100 {
                let answer = try relay.append(.message(1, [number] + body), to: room, by: TestPerson(person))
                guard answer.number != nil else { break }
            }
            if relay.core.crowdedRoom != nil { break }
        }
        let crowded = try #require(relay.core.crowdedRoom)
        #expect(crowded.log == (try relay.record(room)?.row))
        let excess = try storedBytes(in: relay) - 40_000
        #expect(crowded.excessBytes == excess && excess > 0)
        let result = try relay.sweep(.room(crowded.log), rowsMax: 1)
        #expect(result.rows == 1)
        while let room = relay.core.crowdedRoom { try relay.sweep(.room(room.log), rowsMax: 1) }
        #expect(try storedBytes(in: relay) <= 40_000)
    }

    @Test func whatComesToNothingCrowdsNoRoom() throws {
        var limits = RelayLimits()
        limits.roomBytesMax = 40_000
        let storage = MemoryStorage()
        var relay = TestRelay(storage, limits: limits)
        try relay.create(room, by: ann)
        var failures = 0
        for person in UInt32(1)...16 {
            let body = [UInt8](repeating: UInt8(person), count: 999)
            for number in UInt8(0)..<100 where relay.core.crowdedRoom == nil {
                storage.failNextWrite(.atCommit(.unavailable))
                #expect(throws: StorageError.unavailable) {
                    try relay.append(.message(1, [number] + body), to: room, by: TestPerson(person))
                }
                failures += 1
                #expect(relay.core.crowdedRoom == nil)
                let answer = try relay.append(.message(1, [number] + body), to: room, by: TestPerson(person))
                guard answer.number != nil else { break }
            }
        }
        #expect(relay.core.crowdedRoom != nil && failures > 10)
    }

    @Test func nothingIsTakenWhileTheDiskIsFull() throws {
        var relay = TestRelay()
        try relay.create(room, by: ann)
        try relay.ask(ann, ann.keepDevice().ask)
        relay.setDiskFull(true)
        #expect(try relay.append(.message(1, [1]), to: room, by: ann) == .refused(.overQuota))
        #expect(try relay.append(.commit(1, body: [1]), to: room, by: ann) == .refused(.overQuota))
        #expect(try relay.ask(bob, .deliver(Deliver(device: ann.device, item: [1]))) == .refused(.overQuota))
        #expect(
            try relay.ask(ann, .append(Append(room: .numbered(2), entry: .create()), .none)) == .refused(.overQuota))
        relay.setDiskFull(false)
        #expect(try relay.append(.message(1, [1]), to: room, by: ann).number == 2)
    }

    private func storedBytes(in relay: TestRelay) throws -> Int {
        let log = try #require(try relay.record(room)).row
        return try relay.storage.read { (snapshot) throws(StorageError) in
            try snapshot.usage(of: log).values.reduce(0, +)
        }
    }
}
