import Identity
import MLS
import RelayClient
import RelayProtocol
import TestSupport
import Testing

@testable import Chat

/// A22 to A25: what a relay or chance may do to the order of things.
struct OrderTests {
    /// A22.
    @Test func whatIsDeliveredAHundredTimesIsShownOnce() throws {
        var scene = try RepairScene(.announced(), ["Ann", "Bob"])
        scene.network.deliveries = 100
        for number in 0..<3 {
            try scene.say("ann \(number)", by: 0)
            try scene.say("bob \(number)", by: 1)
            try scene.network.command(.refresh(scene.room), by: number % 2)
            try scene.network.settle()
        }
        try scene.network.clients[1].crash()
        try scene.network.settle()
        for index in [0, 1] { #expect(try Set(scene.texts(index)).count == 6 && scene.texts(index).count == 6) }
        try scene.expectGoingOn([0, 1])
    }

    /// A23.
    @Test func anyOrderOfDeliveryEndsAlike() throws {
        var scene = try RepairScene(.announced(), ["Ann", "Bob"])
        let before = scene.network.clients[1].storage.copy()
        let first = try scene.record(1).position.number.rawValue + 1
        try scene.network.command(.refresh(scene.room), by: 0)
        try scene.network.settle()
        for number in 0..<3 { try scene.say("message \(number)", by: 0) }
        try scene.network.command(.refresh(scene.room), by: 0)
        try scene.network.settle()
        let entries = try scene.log(1).flatMap { event in
            event.numbered.map { EntriesEvent(room: scene.room, number: $0.number, entry: $0.entry) }
        }.filter { $0.first.rawValue >= first }
        #expect(entries.count == 5)
        for order in Self.orders(of: Array(entries.indices)) {
            var core = try ChatCore(
                scene.people[1].client, at: SimulatedRelay.key, keptIn: before.copy())
            // As often as it takes, for what comes too early isn't kept.
            for _ in entries.indices {
                for place in order {
                    _ = try core.take(.heard(.relay(.entries(entries[place]))), now: TestRoom.now)
                }
            }
            #expect(try core.texts(in: scene.room) == ["message 0", "message 1", "message 2"])
            #expect(
                core.epochAuthenticator(of: scene.room)
                    == scene.network.clients[1].core.epochAuthenticator(of: scene.room))
            #expect(
                core.record(of: scene.room)?.position == scene.network.clients[1].core.record(of: scene.room)?.position)
        }
    }

    /// A24.
    @Test func fiveWhoCommitAtOnceAgree() throws {
        var scene = try RepairScene(.announced(), ["Ann", "Bob", "Cat", "Dan", "Eve"])
        for round in 0..<AttackForm.choose(5, full: 100) {
            for index in 1..<5 { try scene.network.command(.refresh(scene.room), by: index) }
            let name = RoomName(try DisplayName("Tea \(round)"))
            try scene.network.command(.change(.name(name), of: scene.room), by: 0)
            try scene.network.settle()
            for index in 0..<5 { #expect(scene.network.clients[index].core.name(of: scene.room) == name) }
            #expect(Set((0..<5).map { scene.network.clients[$0].core.epochAuthenticator(of: scene.room) }).count == 1)
        }
        try scene.expectGoingOn([0, 1, 2, 3, 4])
    }

    /// A25.
    @Test func onesOwnCommitThatComesBackAfterAKillIsAppliedOnce() throws {
        var scene = try RepairScene(.announced(), ["Ann", "Bob"])
        let before = try #require(scene.live(1).group).currentEpoch
        try scene.network.command(.refresh(scene.room), by: 1)
        while !scene.network.clients[1].incoming.contains(where: \.isAppended) {
            try #require(try scene.network.step())
        }
        try scene.network.clients[1].crash()
        try scene.network.settle()
        #expect(try #require(scene.live(1).group).currentEpoch.rawValue == before.rawValue + 1)
        try scene.expectGoingOn([0, 1])
    }

    @Test func aRelayThatForgetsMoreThanThereIsIsNotFollowed() throws {
        var scene = try RepairScene(.announced(), ["Ann", "Bob"])
        let before = try scene.record(1).position
        let head = LogHead([UInt8](repeating: 9, count: 32))!
        let bogus = TrimmedEvent(room: scene.room, through: EntryNumber(1 << 40), head: head)
        #expect(try scene.network.clients[1].take(.heard(.relay(.trimmed(bogus))), at: scene.network.seconds))
        #expect(try scene.record(1).position == before)
        #expect(try scene.record(1).trouble == .suspicion(.trimmedTooFar))
        try scene.say("still here", by: 1)
        #expect(try scene.texts(0) == ["still here"])
    }

    @Test func aRoomThatTheRelayDoesNotMakeSaysSoAndGoes() throws {
        var scene = try RepairScene(.announced(), ["Ann"])
        let room = RoomID([UInt8](repeating: 6, count: 32))!
        let name = RoomName(try DisplayName("Coffee"))
        try scene.network.command(.create(room, kind: .group, name: name, with: nil, suite: TestRoom.suite), by: 0)
        let tag = try #require(scene.network.clients[0].asked.last?.tag)
        scene.network.clients[0].asked = []
        let refusal = RelayClientError.refused(.overQuota, detail: 0)
        #expect(
            try scene.network.clients[0].take(
                .heard(.answered(tag.number, .failure(refusal))), at: scene.network.seconds))
        #expect(scene.network.clients[0].told.contains(.failed(room, .relay(refusal))))
        #expect(scene.network.clients[0].core.record(of: room)?.standing == .gone)
    }

    private static func orders(of items: [Int]) -> [[Int]] {
        guard items.count > 1 else { return [items] }
        return items.flatMap { first in orders(of: items.filter { $0 != first }).map { [first] + $0 } }
    }
}
