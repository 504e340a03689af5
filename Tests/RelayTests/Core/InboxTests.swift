import Relay
import RelayProtocol
import RelaySupport
import Testing

@Suite struct InboxTests {
    private let ann = TestPerson(1)
    private let bob = TestPerson(2)
    private let eve = TestPerson(3)
    private let token = InboxToken.numbered(9)

    private func relay(bytes: Int = 16 << 20, items: Int = 2_000) throws -> TestRelay {
        var limits = RelayLimits()
        limits.inboxBytesMax = bytes
        limits.inboxItemsMax = items
        var relay = TestRelay(limits: limits)
        _ = try relay.group([ann.keepDevice(), bob.keepDevice()])
        #expect(try relay.ask(ann, .setInboxToken(token)) == .done(Done()))
        return relay
    }

    private func deliver(
        _ relay: inout TestRelay, _ item: [UInt8], by person: TestPerson, _ token: InboxToken? = nil
    ) throws -> RelayAnswer {
        try relay.ask(person, .deliver(Deliver(device: ann.device, token: token, item: item)))
    }

    @Test func itemsAreNumberedAndGoWhenTheyAreAcknowledged() throws {
        var relay = try relay()
        for number in UInt8(1)...3 { #expect(try deliver(&relay, [number], by: bob) == .done(Done())) }
        #expect(try relay.entries(.inbox(ann.device)).map(\.number.rawValue) == [1, 2, 3])
        #expect(try relay.ask(ann, .acknowledgeInbox(upTo: EntryNumber(2))) == .done(Done()))
        #expect(try relay.entries(.inbox(ann.device)).map(\.number.rawValue) == [3])
        // Numbers go on, and what was taken may come again.
        #expect(try deliver(&relay, [1], by: bob) == .done(Done()))
        #expect(try relay.entries(.inbox(ann.device)).map(\.number.rawValue) == [3, 4])
        #expect(try relay.ask(ann, .acknowledgeInbox(upTo: EntryNumber(.max))) == .done(Done()))
        #expect(try relay.entries(.inbox(ann.device)).isEmpty)
        #expect(try deliver(&relay, [5], by: bob) == .done(Done()))
        #expect(try relay.entries(.inbox(ann.device)).map(\.number.rawValue) == [5])
    }

    @Test func acknowledgingTouchesOnesOwnInboxAlone() throws {
        var relay = try relay()
        #expect(try deliver(&relay, [1], by: bob) == .done(Done()))
        #expect(try relay.ask(bob, .acknowledgeInbox(upTo: EntryNumber(.max))) == .done(Done()))
        #expect(try relay.ask(eve, .acknowledgeInbox(upTo: EntryNumber(.max))) == .done(Done()))
        #expect(try relay.entries(.inbox(ann.device)).count == 1)
    }

    @Test func theSameItemIsOneItemAndPublishedOnce() throws {
        var relay = try relay()
        let ask = bob.asking(.deliver(Deliver(device: ann.device, item: [1])))
        let outcomes = try relay.group([ask, eve.asking(ask.ask)]) + relay.group([ask])
        #expect(outcomes.map(\.answer) == Array(repeating: .done(Done()), count: 3))
        #expect(outcomes.map { $0.published?.number.rawValue } == [1, nil, nil])
    }

    @Test func deliveringAndAcknowledgingMeetInOneGroup() throws {
        var relay = try relay()
        func item(_ number: UInt8) -> CoreRequest {
            bob.asking(.deliver(Deliver(device: ann.device, item: [number])))
        }
        let acknowledging = ann.asking(.acknowledgeInbox(upTo: .first))
        _ = try relay.group([item(1), acknowledging, item(2), acknowledging, item(1)])
        #expect(try relay.entries(.inbox(ann.device)).map(\.number.rawValue) == [2, 3])
    }

    @Test func aDeviceThatNobodyKnowsGetsNothing() throws {
        var relay = try relay()
        #expect(try relay.ask(bob, .deliver(Deliver(device: eve.device, item: [1]))) == .refused(.unknown))
        #expect(try relay.ask(eve, .setInboxToken(token)) == .refused(.unknown))
    }

    @Test func halfOfTheBytesIsForThoseWhoShowTheToken() throws {
        var relay = try relay(bytes: 2_000)
        #expect(try deliver(&relay, Array(repeating: 1, count: 1_001), by: eve) == .refused(.overQuota))
        #expect(try deliver(&relay, Array(repeating: 1, count: 1_000), by: eve) == .done(Done()))
        #expect(try deliver(&relay, [2], by: eve, .numbered(8)) == .refused(.overQuota))
        #expect(try deliver(&relay, Array(repeating: 3, count: 1_000), by: bob, token) == .done(Done()))
        #expect(try deliver(&relay, [4], by: bob, token) == .refused(.overQuota))
        #expect(try relay.ask(ann, .acknowledgeInbox(upTo: .first)) == .done(Done()))
        #expect(try deliver(&relay, [4], by: bob, token) == .refused(.overQuota))
        #expect(try deliver(&relay, [4], by: bob) == .done(Done()))
    }

    @Test func aFormerTokenIsWorthNothing() throws {
        var relay = try relay(items: 2)
        #expect(try deliver(&relay, [1], by: eve) == .done(Done()))
        #expect(try relay.ask(ann, .setInboxToken(.numbered(10))) == .done(Done()))
        #expect(try deliver(&relay, [2], by: eve, token) == .refused(.overQuota))
        #expect(try deliver(&relay, [2], by: eve, .numbered(10)) == .done(Done()))
        #expect(try relay.ask(ann, .setInboxToken(nil)) == .done(Done()))
        #expect(try deliver(&relay, [3], by: eve, .numbered(10)) == .refused(.overQuota))
    }

    /// A11.
    @Test func aFloodToSomebodyOfflineFillsHalfABoxAndNothingElse() throws {
        var relay = try relay()
        var refused = 0
        for number in 0..<2_000 {
            let item = [UInt8(number % 256), UInt8(number / 256)] + Array(repeating: UInt8(7), count: 20_000)
            let answer = try deliver(&relay, item, by: eve)
            if answer == .refused(.overQuota) { refused += 1 } else { #expect(answer == .done(Done())) }
        }
        #expect(refused == 2_000 - (8 << 20) / 20_002)
        #expect(relay.storage.diskUse().stored <= 8 << 20)
        #expect(try deliver(&relay, [1], by: bob, token) == .done(Done()))
        #expect(try relay.ask(eve, .deliver(Deliver(device: bob.device, item: [1]))) == .done(Done()))
        for number in 0..<1_000 {
            #expect(
                try relay.ask(
                    eve, .deliver(Deliver(device: bob.device, item: [2, UInt8(number % 256), UInt8(number / 256)])))
                    == (number < 999 ? .done(Done()) : .refused(.overQuota)))
        }
    }
}
