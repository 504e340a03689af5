import Identity
import MLS
import RelayClient
import RelayProtocol
import RelaySupport
import TestSupport
import Testing

@testable import Chat

/// PROTOCOL.md §5, a copied-back store; A29; and what a thief's copy is good for.
struct OldCopyTests {
    @Test func whatWasSaidSinceIsKeptAndTheLeafRenewedFirst() throws {
        var scene = try RepairScene(.announced(), ["Ann", "Bob", "Cat"])
        let old = scene.network.clients[1].storage.copy()
        try scene.say("one", by: 1)
        try scene.say("two", by: 1)
        try scene.network.clients[1].putBack(old)
        try scene.network.say("three", in: scene.room, by: 1)
        try scene.network.settle()
        #expect(scene.network.clients[1].told.contains(.troubled(scene.room)))
        #expect(try scene.texts(1) == ["one", "two", "three"])
        let own = scene.people[1].key
        let events = try scene.events(0)
        let renewal = try #require(
            events.lastIndex { if case .change(let change) = $0 { change.author.identity == own } else { false } })
        let message = try #require(
            events.lastIndex { if case .message(let message) = $0 { message.sender.identity == own } else { false } })
        #expect(renewal < message)
        try scene.expectGoingOn([0, 1, 2])
    }

    @Test func whereACommitOfItsOwnIsUnknownTheDeviceIsAddedAgain() throws {
        var scene = try RepairScene(.announced(), ["Ann", "Bob", "Cat"])
        let old = scene.network.clients[1].storage.copy()
        try scene.network.command(.refresh(scene.room), by: 1)
        try scene.network.settle()
        try scene.say("behind it", by: 1)
        try scene.network.clients[1].putBack(old)
        try scene.network.settle()
        #expect(try scene.refusals(1).map(\.reason) == [.ownCommit])
        #expect(try scene.readdings(1).count == 1)
        try scene.expectGoingOn([0, 1, 2])
    }

    /// A29.
    @Test func aCloneOfARemovedMemberReadsNothingBehindTheRemoval() throws {
        var scene = try RepairScene(.announced(), ["Ann", "Bob", "Cat"])
        let clone = scene.network.clients[1].storage.copy()
        var bob = try scene.hostile(1)
        try scene.network.command(.remove(scene.people[1].key, from: scene.room), by: 0)
        try scene.network.settle()
        try scene.say("about Bob", by: 0)
        #expect(try heard(by: clone, of: scene.people[1], scene.log(0), in: scene.room).isEmpty)
        let sealed = try bob.group.seal([1, 2, 3])
        let entry = Entry(header: .message(parent: bob.parent), body: EntryBody.message(sealed).bytes)
        #expect(try scene.append(entry, by: 0).refusal == .parentHasCommit)
        try scene.expectGoingOn([0, 2])
    }

    @Test func aCopyThatMerelyListensReadsNothingAfterItsOwnersNextRefresh() throws {
        var scene = try RepairScene(.announced(), ["Ann", "Bob", "Cat"])
        let copy = scene.network.clients[1].storage.copy()
        try scene.say("heard", by: 0)
        try scene.network.command(.refresh(scene.room), by: 1)
        try scene.network.settle()
        try scene.say("not heard", by: 0)
        try scene.network.command(.refresh(scene.room), by: 0)
        try scene.network.settle()
        try scene.say("nor this", by: 2)
        #expect(try heard(by: copy, of: scene.people[1], scene.log(0), in: scene.room) == ["heard"])
    }

    /// What somebody reads who has a copy of a store, and every entry.
    private func heard(
        by storage: MemoryChatStorage, of person: TestPerson, _ log: [EntriesEvent], in room: RoomID
    ) throws -> [String] {
        var core = try ChatCore(person.client, at: SimulatedRelay.key, keptIn: storage)
        for entries in log {
            _ = try core.take(.heard(.relay(.entries(entries))), now: TestRoom.now)
        }
        return try core.texts(in: room)
    }
}
