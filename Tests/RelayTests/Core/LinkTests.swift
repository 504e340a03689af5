import Relay
import RelayProtocol
import RelaySupport
import Testing

@Suite struct LinkTests {
    private let ann = TestPerson(1)
    private let guest = TestPerson(3)
    private let room = RoomID.numbered(1)
    private let link = LinkKey.numbered(7)

    private func state(_ blob: UInt8, expiring: UInt64 = .max) -> PublicState {
        PublicState(blob: [blob], links: [LiveLink(key: link, expiresAtSeconds: expiring)])
    }

    private func relay(expiring: UInt64 = .max) throws -> TestRelay {
        var relay = TestRelay()
        try relay.create(room, by: ann, publicState: state(1, expiring: expiring))
        return relay
    }

    private func join(
        _ relay: inout TestRelay, _ entry: Entry, _ state: PublicState? = nil, by key: LinkKey? = nil
    ) throws -> RelayAnswer {
        try relay.ask(
            guest, .append(Append(room: room, entry: entry, publicState: state), .link(key ?? link)))
    }

    @Test func aLinkAppendsOneCommitToTheEpochOfThePublicStateAndNothingElse() throws {
        var relay = try relay()
        #expect(try join(&relay, .message(1, [1])) == .refused(.notAllowed))
        #expect(try join(&relay, .proposal(1, [1])) == .refused(.notAllowed))
        #expect(try join(&relay, .commit(1, flags: .removes, body: [1])) == .refused(.notAllowed))
        #expect(try join(&relay, .commit(1, body: [1]), by: .numbered(8)) == .refused(.notAllowed))
        #expect(try join(&relay, .commit(.max, body: [1])) == .refused(.notAllowed))
        let joined = try join(&relay, .commit(1, body: [1]))
        #expect(joined.number == 2)
        #expect(try join(&relay, .commit(1, body: [1])) == joined)
        #expect(try join(&relay, .commit(1, body: [2])) == .refused(.parentHasCommit, 2))
        #expect(try join(&relay, .commit(1, flags: .disputes, body: [2])) == .refused(.notAllowed))
        // No public state of this epoch yet.
        #expect(try join(&relay, .commit(2, body: [3])) == .refused(.notAllowed))
        try relay.append(.commit(2, body: [4]), to: room, by: ann, publicState: state(2))
        #expect(try join(&relay, .commit(3, body: [3])).number == 4)
    }

    @Test func aLinkEndsWhenItsTimeIsOverByTheMachinesClock() throws {
        var relay = try relay(expiring: 1_800_000_100)
        relay.moment = Moment(time: relay.moment.time, wallClockSeconds: 1_800_000_100)
        #expect(try join(&relay, .commit(1, body: [1])) == .refused(.notAllowed))
        relay.moment = Moment(time: relay.moment.time, wallClockSeconds: .max)
        #expect(try join(&relay, .commit(1, body: [1])) == .refused(.notAllowed))
        relay.moment = Moment(time: relay.moment.time, wallClockSeconds: 1_800_000_099)
        #expect(try join(&relay, .commit(1, body: [1])).number == 2)
    }

    @Test func aClockBeforeAllTimeServesLinks() throws {
        var relay = try relay(expiring: 1)
        relay.moment = Moment(time: relay.moment.time, wallClockSeconds: .min)
        #expect(try join(&relay, .commit(1, body: [1])).number == 2)
    }

    @Test func aLinkAppendsSixtyCommitsAnHour() throws {
        var relay = try relay()
        for parent in UInt64(1)...60 {
            #expect(try join(&relay, .commit(parent, body: [1]), state(1)).number == parent + 1)
        }
        #expect(try join(&relay, .commit(61, body: [1]), state(1)) == .refused(.tooOften, 3_600))
        relay.pass(seconds: 3_600)
        #expect(try join(&relay, .commit(61, body: [1]), state(1)).number == 62)
    }
}
