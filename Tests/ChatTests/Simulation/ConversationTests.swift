import Chat
import Identity
import MLS
import RelayClient
import RelayProtocol
import TestSupport
import Testing

struct ConversationTests {
    private static let suite = CipherSuite.x25519ChaCha20Poly1305

    @Test func threePeopleTalk() throws {
        var network = SimulatedNetwork(.announced())
        let people = try ["Ann", "Bob", "Cat"].map { try TestPerson($0) }
        for person in people { _ = try network.meet(person) }
        try network.settle()
        let room = RoomID([UInt8](repeating: 3, count: 32))!
        try network.command(
            .create(room, kind: .group, name: RoomName(try DisplayName("Tea")), with: nil, suite: Self.suite), by: 0)
        try network.settle()
        for guest in 1...2 {
            try network.command(.invite(people[guest].key, to: room), by: 0)
            try network.settle()
            #expect(network.clients[guest].told.contains(.invited(room)))
            try network.command(.accept(room), by: guest)
        }
        try network.settle()
        for index in 0...2 {
            try network.say("from \(index)", in: room, by: index)
        }
        try network.settle()
        let said = try (0...2).map { try network.texts(in: room, of: $0) }
        #expect(said[0].count == 3 && said[0] == said[1] && said[1] == said[2], "\(said)")
        #expect(Set(network.clients.map { $0.core.epochAuthenticator(of: room) }).count == 1)
    }

    @Test func whoHoldsALinkJoinsWhileNobodyElseIsThere() throws {
        var network = SimulatedNetwork(.announced())
        let people = try ["Ann", "Bob"].map { try TestPerson($0) }
        for person in people { _ = try network.meet(person) }
        let room = RoomID([UInt8](repeating: 4, count: 32))!
        let secret = LinkSecret()
        try network.command(
            .create(room, kind: .group, name: RoomName(try DisplayName("Tea")), with: nil, suite: Self.suite), by: 0)
        try network.command(.change(.makeLink(.made(by: people[0], secret, uses: 5)), of: room), by: 0)
        try network.settle()
        try network.command(.join(room, by: secret), by: 1)
        try network.settle()
        try network.say("hello", in: room, by: 1)
        try network.settle()
        #expect(try network.texts(in: room, of: 0) == ["hello"])
        #expect(try network.texts(in: room, of: 1) == ["hello"])
    }

    /// The link has been used up by the very commit whose answer never came.
    @Test func whoDiesRightBehindTheLastUseOfALinkIsInAllTheSame() throws {
        var network = SimulatedNetwork(.announced())
        let people = try ["Ann", "Bob"].map { try TestPerson($0) }
        for person in people { _ = try network.meet(person) }
        let room = RoomID([UInt8](repeating: 4, count: 32))!
        let secret = LinkSecret()
        try network.command(
            .create(room, kind: .group, name: RoomName(try DisplayName("Tea")), with: nil, suite: Self.suite), by: 0)
        try network.command(.change(.makeLink(.made(by: people[0], secret, uses: 1)), of: room), by: 0)
        try network.settle()
        try network.command(.join(room, by: secret), by: 1)
        while !network.clients[1].incoming.contains(where: \.isAppended) { try #require(try network.step()) }
        try network.clients[1].crash()
        try network.settle()
        #expect(network.clients[1].core.record(of: room)?.standing == .member)
        try network.say("hello", in: room, by: 1)
        try network.say("come in", in: room, by: 0)
        try network.settle()
        #expect(try Set(network.texts(in: room, of: 0)) == ["hello", "come in"])
        #expect(try network.texts(in: room, of: 1) == network.texts(in: room, of: 0))
    }

    /// The relay stops serving it by its clock, the room by an admin's commit, which any clock may bring about.
    @Test func anAdminsClientTakesOutALinkWhoseTimeIsOver() throws {
        var network = SimulatedNetwork(.announced())
        let ann = try TestPerson("Ann")
        _ = try network.meet(ann)
        let room = RoomID([UInt8](repeating: 4, count: 32))!
        let link = RoomLink.made(by: ann, uses: 5)
        try network.command(
            .create(room, kind: .group, name: RoomName(try DisplayName("Tea")), with: nil, suite: Self.suite), by: 0)
        try network.command(.change(.makeLink(link), of: room), by: 0)
        try network.settle()
        network.clients[0].loseLine()
        try network.settle()
        #expect(network.clients[0].core.state(of: room)?.settings.links.count == 1)
        network.seconds = link.expiresAtSeconds
        network.clients[0].loseLine()
        try network.settle()
        #expect(network.clients[0].core.state(of: room)?.settings.links.isEmpty == true)
    }

    @Test func whoeverIsAloneLeavesAtOnce() throws {
        var network = SimulatedNetwork(.announced())
        _ = try network.meet(try TestPerson("Ann"))
        let room = RoomID([UInt8](repeating: 4, count: 32))!
        try network.command(
            .create(room, kind: .group, name: RoomName(try DisplayName("Tea")), with: nil, suite: Self.suite), by: 0)
        try network.settle()
        try network.command(.leave(room), by: 0)
        #expect(network.clients[0].told.contains(.left(room)))
        try network.settle()
        #expect(network.clients[0].core.record(of: room)?.standing == .gone)
    }

    /// Refused for longer, a message isn't sent again and again.
    @Test func whatIsRefusedWaits() throws {
        var network = SimulatedNetwork(.announced())
        _ = try network.meet(try TestPerson("Ann"))
        let room = RoomID([UInt8](repeating: 4, count: 32))!
        try network.command(
            .create(room, kind: .group, name: RoomName(try DisplayName("Tea")), with: nil, suite: Self.suite), by: 0)
        try network.settle()
        try network.say("one", in: room, by: 0)
        let tag = try #require(network.clients[0].asked.last?.tag)
        network.clients[0].asked = []
        let refusal = RelayClientError.refused(.overQuota, detail: 0)
        #expect(try network.clients[0].take(.heard(.answered(tag.number, .failure(refusal))), at: network.seconds))
        #expect(network.clients[0].asked.isEmpty)
        #expect(network.clients[0].told.last == .failed(room, .relay(refusal)))
        try network.settle()
        #expect(try network.texts(in: room, of: 0) == ["one"])
    }
}

extension RelayClientEvent {
    var isAppended: Bool {
        if case .answered(_, .success(.appended)) = self { true } else { false }
    }
}

extension SimulatedNetwork {
    mutating func say(_ text: String, in room: RoomID, by index: Int) throws {
        let body = TextBody(text: MessageText(text)!)
        try command(.say(.text(body), id: MessageID(random.bytes(count: 16))!, in: room), by: index)
    }

    /// The texts of a room in order, as one client has them.
    func texts(in room: RoomID, of index: Int) throws -> [String] {
        try clients[index].core.texts(in: room)
    }
}
