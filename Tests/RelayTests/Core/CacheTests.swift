import Relay
import RelayProtocol
import RelaySupport
import TestSupport
import Testing

@Suite struct CacheTests {
    @Test func whatWasLookedAtTheLongestAgoGoesFirst() {
        var random = SeededRandom.announced()
        var table = LeastRecentlyUsed<Int, Int>()
        var naive: [(key: Int, value: Int)] = []
        for step in 0..<5_000 {
            let key = Int(random.next() % 40)
            switch random.next() % 5 {
            case 0, 1:
                table.put(step, key)
                naive.removeAll { $0.key == key }
                naive.insert((key, step), at: 0)
            case 2:
                let index = naive.firstIndex { $0.key == key }
                #expect(table.value(key) == index.map { naive[$0].value })
                if let index { naive.insert(naive.remove(at: index), at: 0) }
            case 3:
                let index = naive.firstIndex { $0.key == key }
                #expect(table.take(key) == index.map { naive.remove(at: $0).value })
            default:
                #expect(table.peek(key) == naive.first { $0.key == key }?.value)
                if random.next() % 4 == 0 { #expect(table.removeOldest()?.key == naive.popLast()?.key) }
            }
            #expect(table.count == naive.count)
            if step % 50 == 0 { #expect(table.keys == naive.map(\.key)) }
        }
    }

    @Test func ratesNeverHoldMoreThanTheyMay() {
        var rates = Rates(ratedMax: 100)
        let now = RelayTime(seconds: 1)
        for number in 0..<1_000 { rates.note(.nameChange(by: AccountRow(rawValue: Int64(number))), at: now) }
        #expect(rates.count == 100)
        // Of those that are left each still counts.
        let last = Rated.nameChange(by: AccountRow(rawValue: 999))
        for _ in 0..<9 { rates.note(last, at: now) }
        #expect(rates.wait(last, at: now) == 86_400)
        rates.forget()
        #expect(rates.wait(last, at: now) == nil)
        #expect(rates.count == 0)
    }

    @Test func aTimeBeforeTheOneCountedNeverTraps() {
        var rates = Rates()
        let rated = Rated.nameChange(by: AccountRow(rawValue: 1))
        for _ in 0..<10 { rates.note(rated, at: RelayTime(seconds: .max)) }
        #expect(rates.wait(rated, at: RelayTime(seconds: 0)) == 86_400)
    }

    @Test func tenThousandRoomsAreRememberedAndAllAreServed() throws {
        var relay = TestRelay()
        let rooms = (0..<UInt64(RelayLimits.cachedRoomsMax + 50)).map { RoomID.numbered($0) }
        for (number, room) in rooms.enumerated() {
            try relay.create(room, by: TestPerson(UInt32(number / 1_000)))
        }
        #expect(relay.core.cachedRoomCount == RelayLimits.cachedRoomsMax)
        for room in rooms.prefix(60) {
            #expect(try relay.append(.message(1, [1]), to: room, by: TestPerson(1)).number == 2)
        }
        #expect(relay.core.cachedRoomCount == RelayLimits.cachedRoomsMax)
    }

    @Test func aRoomOfManyEpochsIsServedFromStorageWhereMemoryEnds() throws {
        var relay = TestRelay()
        let (ann, room) = (TestPerson(1), RoomID.numbered(1))
        try relay.create(room, by: ann)
        for parent in UInt64(1)...100 { try relay.append(.commit(parent, body: [1]), to: room, by: ann) }
        for parent in UInt64(1)...100 {
            #expect(
                try relay.append(.message(parent, [2]), to: room, by: ann, as: [1])
                    == .refused(.parentHasCommit, parent + 1))
        }
        #expect(try relay.append(.message(101, [2]), to: room, by: ann, as: [1]).number == 102)
    }
}
