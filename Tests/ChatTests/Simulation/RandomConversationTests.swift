import Chat
import Identity
import MLS
import RelayProtocol
import TestSupport
import Testing

/// A24, A25 and the like: people who do anything in any order, over lines that break, in processes that end and on disks
/// that are full; and in the end all agree.
struct RandomConversationTests {
    @Test(arguments: [SimulatedFaults.none, .many]) func everybodyAgreesInTheEnd(faults: SimulatedFaults) throws {
        var world = try RandomConversation(.announced(), people: 6, rooms: 2)
        world.network.faults = faults
        for _ in 0..<AttackForm.choose(1_500, full: 50_000) { try world.step() }
        world.network.faults = .none
        try world.network.settle()
        try world.check()
        world.checkThatEnoughHappened()
    }
}

private struct RandomConversation {
    private static let suite = CipherSuite.x25519ChaCha20Poly1305

    var network: SimulatedNetwork
    private let people: [TestPerson]
    private var rooms: [RoomID] = []
    private var links: [RoomID: LinkSecret] = [:]
    private var said: [RoomID: [Saying]] = [:]
    private var sayingCount = 0

    private struct Saying {
        let author: Int
        let text: String
    }

    init(_ random: SeededRandom, people: Int, rooms: Int) throws {
        network = SimulatedNetwork(random)
        self.people = try (0..<people).map { try TestPerson("Person \($0)") }
        for person in self.people { _ = try network.meet(person) }
        for number in 0..<rooms { try create(by: number) }
        try network.settle()
    }

    mutating func step() throws {
        if Int.random(in: 0..<8, using: &network.random) == 0 { try act() }
        for _ in 0..<4 where try !network.step() { return }
    }

    private mutating func create(by index: Int) throws {
        let room = RoomID(network.random.bytes(count: 32))!
        rooms.append(room)
        let name = RoomName(try DisplayName("Room \(rooms.count)"))
        try network.command(.create(room, kind: .group, name: name, with: nil, suite: Self.suite), by: index)
    }

    private func members(of room: RoomID) -> [Int] {
        people.indices.filter { network.clients[$0].core.record(of: room)?.standing == .member }
    }

    private mutating func act() throws {
        let anybody = Int.random(in: people.indices, using: &network.random)
        let other = people.randomElement(using: &network.random)!.key
        // Where everybody has left, or been removed, another room begins.
        let living = rooms.filter { room in
            people.indices.contains {
                [.creating, .member].contains(network.clients[$0].core.record(of: room)?.standing)
            }
        }
        guard living.count > 1, let room = living.randomElement(using: &network.random) else {
            return try create(by: anybody)
        }
        let index =
            Int.random(in: 0..<4, using: &network.random) == 0
            ? anybody : members(of: room).randomElement(using: &network.random) ?? anybody
        switch Int.random(in: 0..<40, using: &network.random) {
        case 0...4: try network.command(.invite(other, to: room), by: index)
        case 5, 6: try network.command(.change(.makeAdmin(other), of: room), by: index)
        case 7...9: try network.command(.refresh(room), by: index)
        case 10: try network.command(.change(.timer(seconds: UInt32(index)), of: room), by: index)
        case 11: try network.command(.remove(other, from: room), by: index)
        case 12: try network.command(.leave(room), by: index)
        case 13: try network.command(.change(.unban(other), of: room), by: index)
        case 14:
            let secret = LinkSecret()
            let uses = UInt32.random(in: 1...4, using: &network.random)
            try network.command(.change(.makeLink(.made(by: people[index], secret, uses: uses)), of: room), by: index)
            links[room] = secret
        case 15, 16: if let secret = links[room] { try network.command(.join(room, by: secret), by: anybody) }
        case 17...19: try acceptSomething()
        default: try say(in: room, by: index)
        }
    }

    private mutating func acceptSomething() throws {
        let invited = people.indices.flatMap { index in
            network.clients[index].core.roomIDs
                .filter { network.clients[index].core.record(of: $0)?.standing == .invited }.map { (index, $0) }
        }
        guard let (index, room) = invited.randomElement(using: &network.random) else { return }
        try network.command(.accept(room), by: index)
    }

    private mutating func say(in room: RoomID, by index: Int) throws {
        sayingCount += 1
        let text = "saying \(sayingCount)"
        if network.clients[index].core.record(of: room)?.standing == .member {
            said[room, default: []].append(Saying(author: index, text: text))
        }
        try network.say(text, in: room, by: index)
    }

    /// Whoever is a member is in the same epoch of the same log, and has every message at the same place once.
    func check() throws {
        // A room with nobody in it agrees about everything.
        #expect(rooms.contains { !members(of: $0).isEmpty })
        for room in rooms {
            for client in network.clients {
                let standing = client.core.record(of: room)?.standing
                #expect(standing != .creating && standing != .joining, "\(room) is left half made")
                #expect(client.core.record(of: room)?.trouble == nil)
            }
            let members = members(of: room)
            let cores = members.map { network.clients[$0].core }
            #expect(Set(cores.map { $0.epochAuthenticator(of: room) }).count <= 1)
            #expect(Set(cores.map { $0.record(of: room)?.position }).count <= 1)
            #expect(cores.allSatisfy { $0.outbox(of: room).isEmpty })
            var places: [UInt64: TimelineMessage] = [:]
            for index in members {
                let texts = try network.texts(in: room, of: index)
                #expect(Set(texts).count == texts.count, "\(index) has a message twice")
                let own = (said[room] ?? []).filter { $0.author == index }.map(\.text)
                let isComplete = !network.clients[index].told.contains(.left(room))
                let there = texts.filter(own.contains)
                #expect(isComplete ? there == own : there == own.filter(there.contains), "not all, or not in order")
                for (number, row) in try network.clients[index].core.timeline(of: room) {
                    guard case .message(let message) = row.event else { continue }
                    #expect(!message.crossesLogs)
                    let there = places[number.rawValue]
                    #expect(there == nil || there == message)
                    places[number.rawValue] = message
                }
            }
        }
    }

    /// Who sets nothing off tests nothing; the rarer of it doesn't come in every short run.
    func checkThatEnoughHappened() {
        var counts: [String: Int] = [:]
        for client in network.clients {
            for event in client.told { counts[event.sort, default: 0] += 1 }
        }
        if AttackForm.isFull { print("rooms \(rooms.count), told: \(counts.sorted { $0.key < $1.key })") }
        for sort in ["joined", "entry", "stored"] { #expect(counts[sort] ?? 0 > 5, "\(sort)") }
        guard AttackForm.isFull else { return }
        for sort in ["invited", "left", "failed"] { #expect(counts[sort] ?? 0 > 5, "\(sort)") }
    }
}

extension ChatEvent {
    fileprivate var sort: String {
        switch self {
        case .invited: "invited"
        case .joined: "joined"
        case .left: "left"
        case .entry: "entry"
        case .stored: "stored"
        case .failed: "failed"
        default: "other"
        }
    }
}
