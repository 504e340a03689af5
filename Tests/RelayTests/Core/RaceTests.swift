import Relay
import RelayProtocol
import RelaySupport
import TestSupport
import Testing

@Suite struct RaceTests {
    /// A13.
    @Test func ofTwoCommitsForOneParentExactlyOneWinsAndTheLoserLearnsItsNumber() throws {
        var random = SeededRandom.announced()
        var relay = TestRelay()
        let (people, room) = ([TestPerson(1), TestPerson(2)], RoomID.numbered(1))
        try relay.create(room, by: people[0])
        var parent: UInt64 = 1
        for round in 0..<10_000 {
            if round.isMultiple(of: 1_000) { relay.restart() }
            let access = try relay.member(room, [parent])
            let requests = people.shuffled(using: &random).map { person in
                let entry = Entry.commit(parent, body: [UInt8(person.number)])
                return person.asking(.append(Append(room: room, entry: entry), access))
            }
            // In one transaction, or in two.
            let outcomes =
                round.isMultiple(of: 2)
                ? try relay.group(requests) : try relay.group([requests[0]]) + relay.group([requests[1]])
            #expect(outcomes[0].answer.number == parent + 1)
            #expect(outcomes[1].answer == .refused(.parentHasCommit, parent + 1))
            #expect(outcomes.map { $0.published != nil } == [true, false])
            parent += 1
        }
        #expect(try relay.record(room)?.last.rawValue == 10_001)
    }

    /// The storage's other writer: what a core remembers may be old.
    @Test func twoCoresOnOneStorageMakeOneLog() throws {
        let storage = MemoryStorage()
        var relays = [TestRelay(storage), TestRelay(storage)]
        let (people, room) = ([TestPerson(1), TestPerson(2)], RoomID.numbered(1))
        try relays[0].create(room, by: people[0])
        func append(_ entry: Entry, at place: Int) throws -> RelayAnswer {
            do {
                return try relays[place].append(entry, to: room, by: people[place])
            } catch StorageError.conflict {
                return try relays[place].append(entry, to: room, by: people[place])
            }
        }
        for number in UInt8(1)...100 {
            #expect(try append(.message(1, [number]), at: Int(number % 2)).number == UInt64(number) + 1)
            #expect(try append(.message(1, [number]), at: Int(number % 3 % 2)).number == UInt64(number) + 1)
        }
        #expect(try append(.commit(1, flags: .removes, body: [1]), at: 0).number == 102)
        #expect(try append(.commit(1, body: [2]), at: 1) == .refused(.parentHasCommit, 102))
        #expect(try append(.message(102, [3]), at: 1).number == 103)
        #expect(try append(.message(102, [4]), at: 0).number == 104)
    }
}
