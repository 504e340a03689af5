import Relay
import RelayProtocol
import RelaySupport
import Testing

@Suite struct FaultTests {
    private let ann = TestPerson(1)
    private let bob = TestPerson(2)
    private let room = RoomID.numbered(1)

    @Test func aRequestThatMeetsADamagedRowIsRefusedAlone() throws {
        let storage = MemoryStorage()
        var relay = TestRelay(storage)
        try relay.create(room, by: ann)
        try relay.create(.numbered(2), by: ann)
        relay.restart()
        let requests = try [UInt64(1), 2].map { number in
            let room = RoomID.numbered(number)
            return ann.asking(.append(Append(room: room, entry: .message(1, [1])), try relay.member(room, [1])))
        }
        storage.failNextWrite(.atReading(1, .damaged))
        let outcomes = try relay.group(requests)
        #expect(outcomes[0].answer == .refused(.storage))
        #expect(outcomes[1].answer.number == 2)
        #expect(try relay.group(requests).map(\.answer.number) == [2, 2])
    }

    @Test(arguments: 0..<6)
    func whereverAWriteFailsNothingOfItsGroupIsThere(verb: Int) throws {
        let storage = MemoryStorage()
        var relay = TestRelay(storage)
        try relay.create(room, by: ann)
        let before = try relay.record(room)
        let access = try relay.member(room, [1])
        let append = Append(
            room: room, entry: .commit(1, flags: .removes, body: [1]), publicState: PublicState(blob: [1]))
        for error in [StorageError.unavailable, .conflict, .damaged] {
            storage.failNextWrite(.atVerb(verb, error))
            #expect(throws: error) { try relay.group([bob.asking(.append(append, access))]) }
            #expect(try relay.record(room) == before)
            #expect(try relay.epoch(.first, room)?.successor == EntryNumber.none)
        }
        #expect(try relay.group([bob.asking(.append(append, access))])[0].answer.number == 2)
        #expect(try relay.readable(room, from: 1) == [2])
        #expect(try relay.append(.message(2, [3]), to: room, by: bob).number == 3)
        #expect(try relay.append(.message(2, [4]), to: room, by: bob, as: [1]) == .refused(.notAllowed))
    }

    @Test func aGroupThatFailsTakesAllOfItBack() throws {
        let storage = MemoryStorage()
        var relay = TestRelay(storage)
        let create = CoreRequest.Ask.append(Append(room: room, entry: .create()), .none)
        let device = bob.keepDevice()
        let item = CoreRequest.Ask.deliver(Deliver(device: bob.device, item: [1]))
        storage.failNextWrite(with: .unavailable)
        #expect(throws: StorageError.unavailable) {
            try relay.group([ann.asking(create), device, ann.asking(item)])
        }
        #expect(try relay.record(room) == nil)
        #expect(try relay.ask(ann, item) == .refused(.unknown))
        #expect(
            try relay.group([ann.asking(create), device, ann.asking(item)]).map(\.answer.refusal) == [nil, nil, nil])
        #expect(try relay.entries(.inbox(bob.device)).map(\.number.rawValue) == [1])
    }

    @Test func anAccountThatCameToNothingIsMadeAnew() throws {
        let storage = MemoryStorage()
        var relay = TestRelay(storage)
        try relay.create(room, by: ann)
        storage.failNextWrite(with: .unavailable)
        #expect(throws: StorageError.unavailable) { try relay.append(.message(1, [1]), to: room, by: bob) }
        #expect(try relay.append(.message(1, [1]), to: room, by: bob).number == 2)
        let log = try #require(try relay.record(room)?.row)
        let (account, usage) = try storage.read { (snapshot) throws(StorageError) in
            (try snapshot.account(bob.identity)?.row, try snapshot.usage(of: log))
        }
        #expect(try usage[#require(account)] == NewEntry.chargedBytes(ofBody: 1))
    }
}
