import Relay
import RelayProtocol
import RelaySupport
import Testing

/// A14.
@Suite struct RemovedMemberTests {
    private let ann = TestPerson(1)
    private let eve = TestPerson(2)
    private let room = RoomID.numbered(1)

    /// 1 creation, 2 message, 3 commit, 4 message, 5 commit that removes Eve, 6 message, 7 commit, 8 message.
    private func relay() throws -> TestRelay {
        var relay = TestRelay()
        try relay.create(room, by: ann)
        for entry in [
            Entry.message(1, [2]), .commit(1, body: [3]), .message(3, [4]), .commit(3, flags: .removes, body: [5]),
            .message(5, [6]), .commit(5, body: [7]), .message(7, [8]),
        ] {
            #expect(try relay.append(entry, to: room, by: ann).number != nil)
        }
        return relay
    }

    @Test func anOldKeyReadsUpToTheCommitThatRemovesAndNothingAfterIt() throws {
        let relay = try relay()
        #expect(try relay.readable(room, from: 1) == [2, 3, 4, 5])
        #expect(try relay.readable(room, from: 3) == [4, 5])
        #expect(try relay.readable(room, from: 5) == [6, 7, 8])
        #expect(try relay.readable(room, from: 7) == [8])
    }

    @Test func whoWasRemovedWritesNothingBehindItAndLearnsOfNoEpoch() throws {
        var relay = try relay()
        for parent in UInt64(5)...8 {
            for entry in [Entry.message(parent, [9]), .commit(parent, body: [9])] {
                #expect(try relay.append(entry, to: room, by: eve, as: [1, 3]) == .refused(.notAllowed), "\(parent)")
            }
        }
        #expect(try relay.append(.message(3, [9]), to: room, by: eve) == .refused(.parentHasCommit, 5))
        let put = PutPublicState(room: room, epoch: EntryNumber(7), publicState: PublicState(blob: [1]))
        #expect(try relay.ask(eve, .putPublicState(put, relay.member(room, [3]))) == .refused(.notAllowed))
    }

    @Test func disputingOnesOwnRemovalOpensOneBranchThatNobodyElseIsIn() throws {
        var relay = try relay()
        let dispute = Entry.commit(3, flags: .disputes, key: .numbered(666), body: [9])
        #expect(try relay.append(dispute, to: room, by: eve).number == 9)
        // With a key of one's own there, one still reads one's own branch alone.
        #expect(try relay.append(.message(9, [10]), to: room, by: eve).number == 10)
        #expect(try relay.append(.commit(9, body: [11]), to: room, by: eve).number == 11)
        #expect(try relay.append(.message(7, [12]), to: room, by: ann).number == 12)
        for opening in [UInt64(1), 3, 9, 11] {
            let read = Set(try relay.readable(room, from: opening))
            #expect(read.isDisjoint(with: [6, 7, 8, 12]), "\(opening)")
            #expect(
                try relay.append(.message(7, [13]), to: room, by: eve, as: [opening]) == .refused(.notAllowed))
        }
        #expect(try relay.readable(room, from: 7) == [8, 12])
        #expect(try relay.readable(room, from: 5) == [6, 7, 8, 12])
        // Also as a removal, and a dispute of the dispute.
        let other = Entry.commit(9, flags: [.disputes, .removes], body: [14])
        #expect(try relay.append(other, to: room, by: eve).number == 13)
        #expect(try Set(relay.readable(room, from: 13)).isDisjoint(with: [6, 7, 8, 12]))
    }

    @Test func garbageFlaggedAsRemovingLocksNobodyOut() throws {
        var relay = TestRelay()
        try relay.create(room, by: ann)
        let garbage = Entry.commit(1, flags: .removes, key: .numbered(666), body: [2])
        #expect(try relay.append(garbage, to: room, by: eve).number == 2)
        #expect(try relay.append(.message(1, [3]), to: room, by: ann) == .refused(.parentHasCommit, 2))
        let good = Entry.commit(1, flags: .disputes, body: [3])
        #expect(try relay.append(good, to: room, by: ann).number == 3)
        // Who was in the epoch before goes on without a key that he hasn't.
        #expect(try relay.append(.message(3, [4]), to: room, by: ann, as: [1]).number == 4)
        #expect(try relay.append(.commit(3, body: [5]), to: room, by: ann, as: [1]).number == 5)
        #expect(try relay.readable(room, from: 1) == [2, 3, 4, 5])
        #expect(try relay.readable(room, from: 2) == [])
    }
}
