import Identity
import MLS
import RelayClient
import RelayProtocol
import Sodium
import TLSCodec
import TestSupport
import Testing

@testable import Chat

/// A28b, A29b, PROTOCOL.md §4, re-adding.
struct ReaddingTests {
    /// A29b.
    @Test func whomACommitLeavesOutIsAddedAgain() throws {
        var scene = try RepairScene(.announced(), ["Ann", "Mal", "Bob", "Cat"])
        let mal = try scene.hostile(1)
        let cat = try #require(scene.live(3).group)
        // The last step of his path is sealed to Bob and to Cat.
        try scene.append(mal.commit(brokenAt: 1, of: 0, followedBy: cat), by: 1)
        try scene.network.settle()
        let refused = try #require(scene.refusals(2).first)
        #expect(refused.reason == .ownPath && refused.author?.identity == scene.people[1].key)
        for index in [0, 2, 3] {
            // Mal's own program, which knows nothing of his commit, asks for the same.
            let readding = try #require(
                scene.readdings(index).first { $0.returned.map(\.identity) == [scene.people[2].key] })
            #expect(readding.author.identity != scene.people[2].key)
        }
        try scene.expectGoingOn([0, 2, 3])
    }

    @Test func whoWasAwayForLongerThanTheRelayRemembersIsAddedAgain() throws {
        var scene = try RepairScene(.announced(), ["Ann", "Bob", "Cat"])
        try scene.say("before", by: 0)
        try scene.network.clients[1].goAway()
        for number in 0..<3 {
            try scene.network.command(.refresh(scene.room), by: 0)
            try scene.network.settle()
            try scene.say("missed \(number)", by: 2)
        }
        scene.network.relay.forgetEntries()
        try scene.say("still there?", by: 0)
        scene.network.clients[1].isAway = false
        try scene.network.settle()
        #expect(try scene.readdings(1).count == 1)
        #expect(try scene.texts(1).first == "before")
        try scene.expectGoingOn([0, 1, 2])
    }

    @Test func whoAsksIsAddedAgain() throws {
        var scene = try RepairScene(.announced(), ["Ann", "Bob", "Cat"])
        try scene.say("before", by: 1)
        try scene.network.command(.mend(scene.room), by: 1)
        try scene.network.say("waits", in: scene.room, by: 1)
        try scene.network.settle()
        #expect(try scene.readdings(0).map(\.returned.count) == [1])
        #expect(try scene.texts(1) == ["before", "waits"])
        try scene.expectGoingOn([0, 1, 2])
    }

    /// A28b.
    @Test(arguments: FalseRequest.allCases) func aFalseRequestIsRefused(_ kind: FalseRequest) throws {
        var scene = try RepairScene(.announced(), ["Ann", "Bob", "Mal"])
        let early = try scene.record(1).position
        try scene.say("hello", by: 1)
        let device = kind == .otherDevice ? try TestPerson("Bob", identity: scene.people[1].identity) : scene.people[1]
        let owner = kind == .otherPackage ? scene.people[2] : device
        let package = try owner.client.keyPackage(
            TestRoom.suite, now: UnixTime(seconds: scene.network.seconds)
        )
        let request = ReaddingRequest(
            room: scene.room, seen: kind == .activeSince ? early : try scene.record(1).position, commit: .none,
            package: try package.message())
        for _ in 0..<3 { try scene.deliver(request, from: device, to: 0, by: 2) }
        try scene.network.settle()
        let count = try scene.readdings(0).count
        #expect(count == (kind == .repeated ? 1 : 0))
        try scene.expectGoingOn([0, 2])
    }

    enum FalseRequest: CaseIterable { case otherDevice, otherPackage, activeSince, repeated }

    @Test func aDeviceIsAddedAgainTwiceADay() throws {
        var scene = try RepairScene(.announced(), ["Ann", "Bob"])
        let begun = scene.network.seconds
        for _ in 0..<2 {
            try scene.network.command(.mend(scene.room), by: 1)
            try scene.network.settle()
        }
        #expect(try scene.readdings(0).count == 2 && scene.network.seconds < begun + ChatLimits.readdingWindowSeconds)
        try scene.network.command(.mend(scene.room), by: 1)
        try scene.network.settle()
        #expect(try scene.readdings(0).count == 3 && scene.network.seconds >= begun + ChatLimits.readdingWindowSeconds)
        try scene.expectGoingOn([0, 1])
    }

    /// Whoever is in a room could put another group in its place.
    @Test func aWelcomeForARoomThatGoesOnIsNotTaken() throws {
        var scene = try RepairScene(.announced(), ["Ann", "Bob", "Mal"])
        let package = try scene.claimed(of: 1, by: 2).package
        let wish = ReaddingWish(
            identity: scene.people[1].key, device: DeviceKey(scene.people[1].device.publicKey), seen: .none,
            package: try MLSMessage.keyPackage(package).serialized())
        let mal = try scene.live(2)
        var group = try #require(mal.group)
        let draft = try CommitWish(.readd(wish), try #require(mal.state), group)
        let (_, out) = try draft.staged(
            in: &group, seen: mal.record.position, scene.room, now: UnixTime(seconds: scene.network.seconds), .system)
        let item = InboxItem.welcome(try #require(out.welcome)).bytes
        let number = EntryNumber(scene.network.clients[1].core.inbox.position.rawValue + 1)
        let event = RelayClientEvent.relay(.inbox(InboxEvent(number: number, item: item)))
        let actions = try scene.network.clients[1].core.take(
            .heard(event), now: UnixTime(seconds: scene.network.seconds))
        #expect(
            !actions.contains { if case .ask(_, .plain(.fetchPublicState)) = $0 { true } else { false } })
        #expect(actions.contains { if case .ask(_, .plain(.acknowledgeInbox)) = $0 { true } else { false } })
    }
}

extension RepairScene {
    /// A key package of somebody's, as the relay gives it out.
    mutating func claimed(of index: Int, by bearer: Int) throws -> (device: DeviceKey, package: KeyPackage) {
        var line = try #require(network.clients[bearer].line)
        let claim = ClaimKeyPackages(
            identity: people[index].key, suites: [CipherSuiteNumber(rawValue: TestRoom.suite.rawValue)])
        let claimed = try network.relay.answer(
            .plain(.claimKeyPackages(claim)), from: network.clients[bearer].requester, on: &line)
        guard case .claimed(let packages) = claimed, let offered = packages.packages.first,
            let package = try MLSMessage(received: offered.keyPackage.bytes).asKeyPackage
        else { throw TestFailure.noCommit }
        return (offered.device, package)
    }

    /// A request comes to somebody, whoever hands it on.
    mutating func deliver(_ request: ReaddingRequest, from sender: TestPerson, to index: Int, by bearer: Int) throws {
        let (device, package) = try claimed(of: index, by: bearer)
        let note = try UnverifiedNote(
            from: sender.client, to: people[index].key, .readding, try request.encoded())
        let sealed = try SealedNote(note, to: package, suite: TestRoom.suite, random: .system)
        var line = try #require(network.clients[bearer].line)
        let item = Deliver(device: device, token: nil, item: InboxItem.note(sealed).bytes)
        _ = try network.relay.answer(.plain(.deliver(item)), from: network.clients[bearer].requester, on: &line)
        network.clients[bearer].line = line
    }
}
