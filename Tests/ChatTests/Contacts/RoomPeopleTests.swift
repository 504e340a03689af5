import Chat
import Identity
import MLS
import RelayProtocol
import TestSupport
import Testing

/// ATTACKS A32: names that imitate a contact's.
struct RoomPeopleTests {
    private var network = SimulatedNetwork(.announced())
    private let bob: TestPerson

    init() throws {
        bob = try TestPerson("Bob")
        _ = try network.meet(try TestPerson("Ann"))
        try network.command(.contact(.meet(bob.key, as: try AtName("bob"), called: try DisplayName("Bob"))), by: 0)
    }

    private func mark(_ person: TestPerson, _ name: String) throws -> PersonMark {
        RoomPeople(of: nil, in: network.clients[0].core).mark(of: person.key, named: try DisplayName(name))
    }

    @Test(arguments: ["Bob", "Bоb", "bob", "Βοb", "Bób", "Bob ✓"])
    func whoBearsAContactsNameIsMarked(_ name: String) throws {
        #expect(try mark(try TestPerson("Eve"), name).imitated == .contact("@bob"))
        #expect(try mark(bob, name).imitated == nil)
    }

    @Test func whoBearsOnesOwnNameIsMarked() throws {
        #expect(try mark(try TestPerson("Eve"), "Аnn").imitated == .own("Ann"))
        #expect(try mark(try TestPerson("Eve"), "Eve").imitated == nil)
    }

    @Test mutating func whoIsVerifiedIsMarkedBesideTheVerifiedAlone() throws {
        let other = try TestPerson("Bob")
        try network.command(.contact(.verify(other.key)), by: 0)
        #expect(try mark(other, "Bob").isVerified)
        #expect(try mark(other, "Bob").imitated == nil)
        try network.command(.contact(.verify(bob.key)), by: 0)
        #expect(try mark(other, "Bob").imitated == .contact("@bob"))
    }

    @Test mutating func twoOfOneRoomWithNamesThatLookAlikeShowFingerprints() throws {
        let guests = [try TestPerson("Cat"), try TestPerson("Саt")]
        for guest in guests { _ = try network.meet(guest) }
        let room = RoomID([UInt8](repeating: 3, count: 32))!
        try network.command(
            .create(
                room, kind: .group, name: RoomName(try DisplayName("Tea")), with: nil,
                suite: .x25519ChaCha20Poly1305), by: 0)
        try network.settle()
        for guest in guests {
            try network.command(.invite(guest.key, to: room), by: 0)
            try network.settle()
        }
        let people = RoomPeople(of: room, in: network.clients[0].core)
        for guest in guests {
            #expect(people.mark(of: guest.key, named: guest.client.credential.name).needsFingerprint)
        }
        #expect(!people.mark(of: bob.key, named: try DisplayName("Bob")).needsFingerprint)
    }
}
