import Relay
import RelayProtocol
import RelaySupport
import Testing

@Suite struct CreationTests {
    private let ann = TestPerson(1)
    private let bob = TestPerson(2)

    private func creation(_ room: UInt64, body: UInt8 = 1) -> CoreRequest.Ask {
        .append(Append(room: .numbered(room), entry: .create(body: [body])), .none)
    }

    @Test func theSameCreationAgainIsTheSameRoomAndAnotherIsRefused() throws {
        var relay = TestRelay()
        let first = try relay.ask(ann, creation(1))
        #expect(first.number == 1)
        #expect(try relay.ask(ann, creation(1)) == first)
        #expect(try relay.ask(ann, creation(1, body: 2)) == .refused(.roomExists))
        #expect(try relay.ask(bob, creation(1, body: 2)) == .refused(.roomExists))
        relay.restart()
        #expect(try relay.ask(ann, creation(1)) == first)
        #expect(try relay.ask(bob, creation(1, body: 2)) == .refused(.roomExists))
    }

    @Test func anIdIsTakenOnceInOneGroup() throws {
        var relay = TestRelay()
        let outcomes = try relay.group([
            ann.asking(creation(1)), bob.asking(creation(1, body: 2)), ann.asking(creation(1)),
        ])
        #expect(outcomes.map(\.answer.number) == [1, nil, 1])
        #expect(outcomes[1].answer == .refused(.roomExists))
    }

    @Test func anAccountCreatesAsManyRoomsAsItMayAndNoMore() throws {
        var limits = RelayLimits()
        limits.roomsPerAccountMax = 3
        var relay = TestRelay(limits: limits)
        let outcomes = try relay.group((1...4).map { ann.asking(creation($0)) })
        #expect(outcomes.map(\.answer.number) == [1, 1, 1, nil])
        relay.restart()
        #expect(try relay.ask(ann, creation(5)) == .refused(.overQuota))
        #expect(try relay.ask(ann, creation(3)).number == 1)
        #expect(try relay.ask(bob, creation(5)).number == 1)
    }
}
