import Identity
import MLS
import RelayProtocol
import RelaySupport
import TestSupport
import Testing

@testable import Chat

/// A28, A30, PROTOCOL.md §4: commits that nobody follows.
struct DisputeTests {
    @Test func aCommitThatIsNoneIsReplaced() throws {
        var scene = try RepairScene(.announced(), ["Ann", "Mal", "Bob"])
        let key = RoomAccessKey([UInt8](repeating: 7, count: 32))!
        let header = EntryHeader.commit(parent: try scene.record(1).epochBegan, accessKey: key)
        try scene.append(Entry(header: header, body: EntryBody.message([1, 2, 3]).bytes), by: 1)
        try scene.network.settle()
        for index in 0...2 { #expect(try scene.refusals(index).map(\.author) == [nil]) }
        try scene.expectGoingOn([0, 1, 2])
    }

    @Test func aCommitThatItsMakerMayNotMakeIsReplacedAndShownWithHisName() throws {
        var scene = try RepairScene(.announced(), ["Ann", "Mal", "Bob"])
        var mal = try scene.hostile(1)
        var settings = try #require(scene.live(1).state).settings
        settings.name = RoomName(try DisplayName("Mine"))
        try scene.append(mal.commit([.extensions(TestRoom.extensions(settings))]), by: 1)
        try scene.network.settle()
        for index in [0, 2] {
            let refused = try #require(scene.refusals(index).first)
            #expect(refused.reason == .notAllowed && refused.author?.identity == scene.people[1].key)
        }
        #expect(scene.network.clients[0].core.name(of: scene.room)?.name.text == "Tea")
        // To his own program it is the work of a newer state of itself.
        #expect(try scene.refusals(1).map(\.reason) == [.ownCommit])
        try scene.expectGoingOn([0, 2, 1])
    }

    @Test func whatIsWishedGoesWithTheCommitThatDisputes() throws {
        var scene = try RepairScene(.announced(), ["Ann", "Mal", "Bob"])
        let key = RoomAccessKey([UInt8](repeating: 7, count: 32))!
        let header = EntryHeader.commit(parent: try scene.record(1).epochBegan, accessKey: key)
        try scene.append(Entry(header: header, body: [0]), by: 1)
        try scene.network.command(.change(.name(RoomName(try DisplayName("Coffee"))), of: scene.room), by: 0)
        try scene.network.settle()
        for index in 0...2 { #expect(scene.network.clients[index].core.name(of: scene.room)?.name.text == "Coffee") }
        try scene.expectGoingOn([0, 1, 2])
    }

    @Test func disputingAValidCommitChangesNothing() throws {
        var scene = try RepairScene(.announced(), ["Ann", "Mal", "Bob"])
        var mal = try scene.hostile(1)
        try scene.network.command(.refresh(scene.room), by: 0)
        try scene.network.settle()
        let answer = try scene.append(mal.commit([], flags: .disputes), by: 1)
        #expect(answer.number != nil)
        try scene.network.settle()
        try scene.expectGoingOn([0, 1, 2])
    }

    /// A14: behind his removal a removed member disputes it, with a key of his own, and talks to whoever listens.
    @Test func aRemovedMembersDisputeLeadsNowhere() throws {
        var scene = try RepairScene(.announced(), ["Ann", "Mal", "Bob"])
        var mal = try scene.hostile(1)
        let line = scene.network.clients[1].line
        try scene.network.command(.remove(scene.people[1].key, from: scene.room), by: 0)
        try scene.network.settle()
        #expect(try scene.record(1).standing == .gone)
        scene.network.clients[1].line = line
        _ = try scene.append(mal.commit([], flags: .disputes), by: 1)
        try scene.network.settle()
        try scene.expectGoingOn([0, 2])
        let identities = try #require(scene.live(0).state).identities
        #expect(!identities.contains(scene.people[1].key))
    }
}
