import Chat
import Identity
import MLS
import RelayProtocol
import TestSupport
import Testing

/// ATTACKS A26: invitations that nobody wants.
struct InvitationTests {
    private var network = SimulatedNetwork(.announced())
    private let people: [TestPerson]

    init() throws {
        people = try ["Bob", "Eve", "Cat"].map { try TestPerson($0) }
        for person in people { _ = try network.meet(person) }
        try network.settle()
    }

    private mutating func ask(_ number: Int, by index: Int) throws -> RoomID {
        let room = RoomID((0..<32).map { UInt8(truncatingIfNeeded: number >> ($0 * 8)) })!
        try network.command(
            .create(
                room, kind: .group, name: RoomName(try DisplayName("Spam \(number)")), with: nil,
                suite: .x25519ChaCha20Poly1305), by: index)
        try network.settle()
        try network.command(.invite(people[0].key, to: room), by: index)
        try network.settle()
        return room
    }

    private var open: [RoomID] {
        let core = network.clients[0].core
        return core.roomIDs.filter { core.record(of: $0)?.standing == .invited }
    }

    @Test mutating func theOldestAreKeptAndAContactsComeFirst() throws {
        var asked: [RoomID] = []
        for number in 1...(ChatLimits.invitationsMax + 6) { asked.append(try ask(number, by: 1)) }
        #expect(open == Array(asked.prefix(ChatLimits.invitationsMax)))
        for room in open { #expect(network.clients[0].core.record(of: room)?.inviter?.identity == people[1].key) }
        try network.command(.contact(.meet(people[2].key, as: try AtName("cat"), called: nil)), by: 0)
        let wanted = try ask(1_000, by: 2)
        #expect(open == asked.prefix(ChatLimits.invitationsMax - 1) + [wanted])
        // Nothing was joined by itself.
        let core = network.clients[0].core
        #expect(core.roomIDs.allSatisfy { [.invited, .gone].contains(core.record(of: $0)?.standing) })
        try network.clients[0].crash()
        try network.settle()
        #expect(open.count == ChatLimits.invitationsMax)
    }

    @Test mutating func aBlockedPersonsAreDroppedWithoutAWord() throws {
        let first = try ask(1, by: 1)
        #expect(open == [first])
        try network.command(.contact(.block(people[1].key, isUndone: false)), by: 0)
        #expect(open == [])
        _ = try ask(2, by: 1)
        #expect(
            open == [] && !network.clients[0].told.contains(.invited(RoomID([2] + [UInt8](repeating: 0, count: 31))!)))
        try network.command(.contact(.block(people[1].key, isUndone: true)), by: 0)
        let third = try ask(3, by: 1)
        #expect(open == [third])
    }
}
