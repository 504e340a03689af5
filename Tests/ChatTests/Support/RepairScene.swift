import Identity
import MLS
import RelayClient
import RelayProtocol
import TestSupport
import Testing

@testable import Chat

/// Some people in one room, the first its founder; and what somebody does there whose program isn't this one.
struct RepairScene {
    var network: SimulatedNetwork
    let people: [TestPerson]
    let room = RoomID([UInt8](repeating: 5, count: 32))!

    init(_ random: SeededRandom, _ names: [String]) throws {
        network = SimulatedNetwork(random)
        people = try names.map { try TestPerson($0) }
        for person in people { _ = try network.meet(person) }
        try network.settle()
        let name = RoomName(try DisplayName("Tea"))
        try network.command(
            .create(room, kind: .group, name: name, with: nil, suite: TestRoom.suite), by: 0)
        try network.settle()
        for guest in people.indices.dropFirst() {
            try network.command(.invite(people[guest].key, to: room), by: 0)
            try network.settle()
            try network.command(.accept(room), by: guest)
            try network.settle()
        }
    }

    func live(_ index: Int) throws -> LiveRoom { try #require(network.clients[index].core.rooms[room]) }

    func record(_ index: Int) throws -> RoomRecord { try live(index).record }

    /// What somebody could do with what they know now.
    func hostile(_ index: Int) throws -> HostileMember {
        let live = try live(index)
        return HostileMember(
            group: try #require(live.group), person: people[index], parent: live.record.epochBegan,
            seen: live.record.position)
    }

    /// Appends an entry on somebody's line, behind their client's back.
    @discardableResult
    mutating func append(_ entry: Entry, by index: Int) throws -> RelayAnswer {
        var line = try #require(network.clients[index].line)
        let answer = try network.relay.answer(
            .plain(.append(Append(room: room, entry: entry))), from: network.clients[index].requester, on: &line)
        network.clients[index].line = line
        return answer
    }

    mutating func say(_ text: String, by index: Int) throws {
        try network.say(text, in: room, by: index)
        try network.settle()
    }

    func texts(_ index: Int) throws -> [String] { try network.texts(in: room, of: index) }

    func events(_ index: Int) throws -> [TimelineEvent] {
        try network.clients[index].core.timeline(of: room).map { $0.row.event }
    }

    /// Commits that this client didn't follow.
    func refusals(_ index: Int) throws -> [RefusedCommit] {
        try events(index).compactMap { if case .refusedCommit(let refused) = $0 { refused } else { nil } }
    }

    /// Who was added again, and by whom, as a client shows it.
    func readdings(_ index: Int) throws -> [MembershipChange] {
        try events(index).compactMap { event in
            if case .change(let change) = event, !change.returned.isEmpty { change } else { nil }
        }
    }

    /// All of them are in the same epoch of the same log, nothing keeps the room from going on, and it does.
    mutating func expectGoingOn(_ members: [Int]) throws {
        for index in members { try say("from \(index)", by: index) }
        for index in members {
            #expect(try record(index).standing == .member)
            #expect(try record(index).trouble == nil)
            #expect(network.clients[index].core.outbox(of: room).isEmpty)
            #expect(try texts(index).suffix(members.count) == members.map { "from \($0)" })
        }
        #expect(Set(members.map { network.clients[$0].core.epochAuthenticator(of: room) }).count == 1)
        #expect(Set(try members.map { try record($0).position }).count == 1)
    }

    /// All of the log that a client's line would get now.
    func log(_ index: Int) throws -> [EntriesEvent] {
        var line = try #require(network.clients[index].line)
        line.follows[.room(room)] = .first
        var all: [EntriesEvent] = []
        while true {
            let events = try network.relay.events(.room(room), of: network.clients[index].requester, on: &line)
            guard !events.isEmpty else { return all }
            for event in events { if case .entries(let entries) = event { all.append(entries) } }
        }
    }
}
