import Relay
import RelayProtocol
import RelaySupport
import Testing

@Suite struct DisputeTests {
    private let ann = TestPerson(1)
    private let bob = TestPerson(2)
    private let room = RoomID.numbered(1)

    private func relay(_ storage: MemoryStorage = MemoryStorage()) throws -> TestRelay {
        var relay = TestRelay(storage)
        try relay.create(room, by: ann)
        return relay
    }

    @Test func whereThereIsNoCommitThereIsNothingToDispute() throws {
        var relay = try relay()
        #expect(try relay.append(.commit(1, flags: .disputes, body: [1]), to: room, by: ann) == .refused(.malformed))
    }

    @Test func anAccountDisputesOnceForEachParent() throws {
        var relay = try relay()
        try relay.append(.commit(1, body: [1]), to: room, by: ann)
        #expect(try relay.append(.commit(1, flags: .disputes, body: [2]), to: room, by: bob).number == 3)
        for _ in 0..<2 {
            #expect(
                try relay.append(.commit(1, flags: .disputes, body: [3]), to: room, by: bob) == .refused(.overQuota))
            relay.restart()
        }
        #expect(try relay.append(.commit(1, flags: .disputes, body: [3]), to: room, by: ann).number == 4)
        // The first commit's number stays what others are told.
        #expect(try relay.append(.message(1, [4]), to: room, by: ann) == .refused(.parentHasCommit, 2))
    }

    /// Epochs 1, 2 … each with a commit to dispute.
    private func chain(_ relay: inout TestRelay, _ length: UInt64) throws {
        for parent in 1...length {
            try relay.append(.commit(parent, body: [UInt8(parent & 255), UInt8(parent >> 8)]), to: room, by: ann)
        }
    }

    /// Each begins a branch, of which a room has so many: nobody takes all of them.
    @Test func anAccountRemovesSoOftenAnHourInARoom() throws {
        var relay = try relay()
        for parent in 1...UInt64(RelayLimits.removalsPerHourMax) {
            #expect(try relay.append(.commit(parent, flags: .removes, body: [1]), to: room, by: bob).number != nil)
        }
        let parent = UInt64(RelayLimits.removalsPerHourMax) + 1
        let next = Entry.commit(parent, flags: .removes, body: [2])
        #expect(try relay.append(next, to: room, by: bob) == .refused(.tooOften, 3_600))
        #expect(try relay.append(.commit(parent, body: [3]), to: room, by: bob).number != nil)
        let behind = Entry.commit(parent + 1, flags: .removes, body: [4])
        #expect(try relay.append(behind, to: room, by: ann).number != nil)
        relay.pass(seconds: 3_600)
        #expect(
            try relay.append(.commit(parent + 2, flags: .removes, body: [5]), to: room, by: bob).number != nil)
    }

    @Test func anAccountDisputesFiveTimesAnHourInARoom() throws {
        var relay = try relay()
        try chain(&relay, 8)
        for parent in UInt64(1)...5 {
            relay.pass(seconds: 60)
            let entry = Entry.commit(parent, flags: .disputes, body: [100])
            #expect(try relay.append(entry, to: room, by: bob).number != nil)
        }
        let sixth = Entry.commit(6, flags: .disputes, body: [100])
        #expect(try relay.append(sixth, to: room, by: bob) == .refused(.tooOften, 3_600 - 240))
        // Others may, and he may elsewhere.
        #expect(try relay.append(sixth, to: room, by: ann).number != nil)
        relay.pass(seconds: 3_359)
        let other = Entry.commit(6, flags: .disputes, body: [101])
        #expect(try relay.append(other, to: room, by: bob) == .refused(.tooOften, 1))
        relay.pass(seconds: 1)
        #expect(try relay.append(other, to: room, by: bob).number != nil)
    }

    @Test func aDisputeThatCameToNothingDoesNotCount() throws {
        let storage = MemoryStorage()
        var relay = try relay(storage)
        try chain(&relay, 8)
        for parent in UInt64(1)...5 {
            let entry = Entry.commit(parent, flags: .disputes, body: [100])
            storage.failNextWrite(with: .unavailable)
            #expect(throws: StorageError.unavailable) { try relay.append(entry, to: room, by: bob) }
            #expect(try relay.append(entry, to: room, by: bob).number != nil)
        }
    }

    /// Who was removed and goes on where he was leaves the others theirs.
    @Test func oneAccountBeginsSoManyBranchesAndNoMore() throws {
        var relay = try relay()
        let max = UInt64(RelayLimits.disputesPerAccountMax)
        try chain(&relay, max + 1)
        for parent in 1...max + 1 {
            relay.pass(seconds: 3_600)
            let dispute = Entry.commit(parent, flags: .disputes, body: [1])
            let answer = try relay.append(dispute, to: room, by: bob)
            #expect(parent <= max ? answer.number != nil : answer == .refused(.overQuota))
        }
        #expect(try relay.append(.commit(1, flags: .disputes, body: [2]), to: room, by: ann).number != nil)
        // What removes counts besides. Behind the chain, each behind the one before.
        var last = max + 2
        for _ in RelayLimits.disputesPerAccountMax..<RelayLimits.branchesPerAccountMax {
            relay.pass(seconds: 3_600)
            last = try #require(try relay.append(.commit(last, flags: .removes, body: [3]), to: room, by: bob).number)
        }
        relay.pass(seconds: 3_600)
        #expect(
            try relay.append(.commit(last, flags: .removes, body: [4]), to: room, by: bob) == .refused(.overQuota))
        #expect(try relay.append(.commit(last, flags: .removes, body: [4]), to: room, by: ann).number != nil)
    }

    @Test func aRoomHoldsSoManyDisputesAndNoMore() throws {
        let storage = MemoryStorage()
        var relay = try relay(storage)
        try relay.append(.commit(1, body: [1]), to: room, by: ann)
        let max = RelayLimits.disputesPerRoomMax
        for number in 1...max {
            let entry = Entry.commit(1, flags: .disputes, body: [UInt8(number % 251), UInt8(number / 251)])
            #expect(try relay.append(entry, to: room, by: TestPerson(UInt32(100 + number))).number != nil)
        }
        let other = Entry.commit(1, flags: .disputes, body: [1, 2, 3])
        #expect(try relay.append(other, to: room, by: bob) == .refused(.overQuota))
        // Removing is still possible.
        #expect(try relay.append(.commit(2, flags: .removes, body: [9]), to: room, by: ann).number != nil)
    }
}
