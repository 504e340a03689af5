import Relay
import RelayProtocol
import RelaySupport
import Testing

@Suite struct AppendTests {
    private let ann = TestPerson(1)
    private let bob = TestPerson(2)
    private let room = RoomID.numbered(1)

    private func relay() throws -> TestRelay {
        var relay = TestRelay()
        try relay.create(room, by: ann)
        return relay
    }

    @Test func numbersCountFromOneWithoutGapsAndHeadsFollow() throws {
        var relay = try relay()
        var head = LogHead(before: room, at: .test).following(.first, Entry.create().hash)
        for number in UInt64(2)...20 {
            let entry = Entry.message(1, [UInt8(number)])
            head = head.following(EntryNumber(number), entry.hash)
            let answer = try relay.append(entry, to: room, by: number.isMultiple(of: 2) ? ann : bob)
            #expect(answer == .appended(Appended(number: EntryNumber(number), head: head)))
        }
        #expect(try relay.record(room)?.head == head)
        #expect(try relay.entries(.room(room)).map(\.number.rawValue) == Array(1...20))
    }

    @Test func whoHasOpenedNothingIsToldWhatOneIsToldOfARoomThatIsNot() throws {
        var relay = try relay()
        let entry = Entry.message(1, [1])
        let other = RoomID.numbered(2)
        for access in [Access.none, .member([])] {
            #expect(try relay.ask(bob, .append(Append(room: room, entry: entry), access)) == .refused(.notAllowed))
            #expect(try relay.ask(bob, .append(Append(room: other, entry: entry), access)) == .refused(.notAllowed))
        }
        let opened = try relay.member(room, [1])
        #expect(try relay.ask(bob, .append(Append(room: other, entry: entry), opened)) == .refused(.notAllowed))
    }

    @Test func aParentIsACreationOrACommitOfThisLog() throws {
        var relay = try relay()
        try relay.append(.message(1, [1]), to: room, by: ann)
        for parent in [2, 3, 4, UInt64.max - 1, .max] {
            #expect(
                try relay.append(.message(parent, [2]), to: room, by: ann, as: [1]) == .refused(.unknownParent),
                "\(parent)")
        }
        #expect(try relay.append(.commit(1, body: [3]), to: room, by: ann).number == 3)
        #expect(try relay.append(.message(3, [2]), to: room, by: ann, as: [1]).number == 4)
    }

    @Test(arguments: [EntryKind.message, .proposal, .commit])
    func anEpochEndsWithItsFirstCommit(kind: EntryKind) throws {
        var relay = try relay()
        try relay.append(.commit(1, body: [1]), to: room, by: ann)
        let late: Entry =
            switch kind {
            case .message: .message(1, [2])
            case .proposal: .proposal(1, [2])
            default: .commit(1, body: [2])
            }
        #expect(try relay.append(late, to: room, by: bob) == .refused(.parentHasCommit, 2))
        #expect(try relay.append(.message(2, [2]), to: room, by: bob).number == 3)
    }

    @Test func aRepeatIsAnsweredWithItsOwnNumberAndHead() throws {
        var relay = try relay()
        let (first, commit) = (Entry.message(1, [1]), Entry.commit(1, body: [2]))
        let answers = [
            try relay.append(first, to: room, by: ann), try relay.append(commit, to: room, by: ann),
            try relay.append(.message(3, [3]), to: room, by: ann),
        ]
        #expect(answers.map(\.number) == [2, 3, 4])
        for _ in 0..<2 {
            // Its epoch is over, and another epoch is open to this line.
            #expect(try relay.append(first, to: room, by: bob, as: [3]) == answers[0])
            #expect(try relay.append(commit, to: room, by: bob, as: [1]) == answers[1])
            relay.restart()
        }
        #expect(try relay.record(room)?.last.rawValue == 4)
    }

    @Test func aRepeatInTheSameGroupIsTheSameEntryAndPublishedOnce() throws {
        var relay = try relay()
        let ask = try ann.asking(.append(Append(room: room, entry: .message(1, [1])), relay.member(room, [1])))
        let outcomes = try relay.group([ask, ask, ask])
        #expect(outcomes.map(\.answer.number) == [2, 2, 2])
        #expect(Set(outcomes.map(\.answer.head)).count == 1)
        #expect(outcomes.map { $0.published != nil } == [true, false, false])
    }

    @Test func aLogThatIsAtTheLastOfAllNumbersTakesNoMore() throws {
        let storage = MemoryStorage()
        var relay = TestRelay(storage)
        try relay.create(room, by: ann)
        storage.lengthen(.room(room), to: EntryNumber(.max - 1))
        relay.restart()
        #expect(try relay.append(.message(1, [1]), to: room, by: ann).number == .max)
        #expect(try relay.append(.message(1, [2]), to: room, by: ann) == .refused(.overQuota))
    }
}
