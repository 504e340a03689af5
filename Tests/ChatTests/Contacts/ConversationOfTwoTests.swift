import Chat
import Identity
import MLS
import RelayProtocol
import TestSupport
import Testing

/// Rooms of two between clients at a relay.
struct ConversationOfTwoTests {
    private var network = SimulatedNetwork(.announced())
    private let people: [TestPerson]
    private let low = RoomID([UInt8](repeating: 1, count: 32))!
    private let high = RoomID([UInt8](repeating: 2, count: 32))!

    init() throws {
        people = try ["Ann", "Bob", "Eve"].map { try TestPerson($0) }
        for person in people { _ = try network.meet(person) }
        try network.settle()
    }

    private mutating func make(_ room: RoomID, by index: Int, with other: Int) throws {
        try network.command(
            .create(room, kind: .direct, name: nil, with: people[other].key, suite: .x25519ChaCha20Poly1305), by: index)
    }

    @Test mutating func whatIsSaidWaitsUntilTheOtherCanReadIt() throws {
        try make(low, by: 0, with: 1)
        try network.say("hello", in: low, by: 0)
        try network.settle()
        #expect(network.clients[1].told.contains(.invited(low)))
        #expect(network.clients[1].core.directRooms(with: people[0].key) == [low])
        try network.command(.accept(low), by: 1)
        try network.settle()
        try network.say("you too", in: low, by: 1)
        try network.settle()
        for index in 0...1 { #expect(try network.texts(in: low, of: index) == ["hello", "you too"]) }
    }

    @Test(arguments: 0..<8)
    mutating func itComesAboutWhateverBreaks(_ number: Int) throws {
        network.faults = .many
        try make(low, by: 0, with: 1)
        try network.say("hello", in: low, by: 0)
        for _ in 0..<300 { _ = try network.step() }
        network.faults = .none
        try network.settle()
        try network.command(.accept(low), by: 1)
        try network.settle()
        #expect(try network.texts(in: low, of: 1) == ["hello"])
    }

    @Test mutating func ofTwoThatWereMadeAtOnceBothWriteInTheSame() throws {
        try make(high, by: 0, with: 1)
        try make(low, by: 1, with: 0)
        try network.settle()
        #expect(network.clients[0].core.directRooms(with: people[1].key) == [low, high])
        #expect(network.clients[1].core.directRooms(with: people[0].key) == [low, high])
    }

    @Test mutating func whoSaidNoIsntAskedAgain() throws {
        try make(low, by: 0, with: 1)
        try network.settle()
        try network.command(.leave(low), by: 1)
        try network.settle()
        try network.say("still there?", in: low, by: 0)
        try network.settle()
        #expect(network.clients[0].core.directRooms(with: people[1].key) == [])
        #expect(network.clients[1].told.count(where: { $0 == .invited(low) }) == 1)
    }

    @Test mutating func nothingIsSentToANameWhoseKeyChangedUntilItIsDecided() throws {
        let name = try AtName("bob")
        try network.command(.contact(.meet(people[1].key, as: name, called: nil)), by: 0)
        try make(low, by: 0, with: 1)
        try network.settle()
        try network.command(.accept(low), by: 1)
        try network.settle()
        try network.say("before", in: low, by: 0)
        try network.command(.contact(.see(people[2].key, as: name)), by: 0)
        try network.say("after", in: low, by: 0)
        let failure = ChatFailure.keyChanged(name, known: people[1].key, shown: people[2].key)
        #expect(network.clients[0].told.last == .failed(low, failure))
        // Of what was said before, what hasn't left stays as well.
        try network.settle()
        try network.clients[0].crash()
        try network.settle()
        try network.say("later", in: low, by: 0)
        #expect(network.clients[0].told.last == .failed(low, failure))
        try network.command(.contact(.decide(people[1].key, for: name)), by: 0)
        try network.say("decided", in: low, by: 0)
        try network.settle()
        #expect(try network.texts(in: low, of: 1) == ["before", "decided"])
    }

    @Test mutating func nobodyIsAskedIntoARoomWhileTheirKeyIsInDoubt() throws {
        let name = try AtName("bob")
        try network.command(.contact(.meet(people[1].key, as: name, called: nil)), by: 0)
        try network.command(.contact(.see(people[2].key, as: name)), by: 0)
        for other in 1...2 {
            let room = RoomID([UInt8](repeating: UInt8(10 + other), count: 32))!
            try make(room, by: 0, with: other)
            try network.settle()
            #expect(network.clients[other].core.roomIDs == [])
        }
    }

    @Test mutating func aThirdIsNotTheOther() throws {
        try make(low, by: 2, with: 1)
        try network.settle()
        #expect(network.clients[1].core.directRooms(with: people[0].key) == [])
        #expect(network.clients[1].core.directRooms(with: people[2].key) == [low])
        #expect(network.clients[1].core.other(in: low) == people[2].key)
    }
}
