import Chat
import Identity
import MLS
import RelayProtocol
import RelaySupport
import SecureChannel
import TestSupport
import Testing

/// A24: everybody changes the room at once, again and again, at a real relay.
@Suite(.timeLimit(.minutes(AttackForm.choose(5, full: 20)))) struct CommitRaceAttackTests {
    private let room = RoomID([UInt8](repeating: 8, count: 32))!
    private static let suite = CipherSuite.x25519ChaCha20Poly1305
    private let raceCount = AttackForm.choose(4, full: 100)

    @Test func fiveCommitAtOnceAndAllEndInOneEpochWithEveryChangeMade() async throws {
        let relay = try await ServedRelay()
        let people = try ["Ann", "Bob", "Cat", "Dan", "Eve"].map { try TestPerson($0) }
        var clients: [RunningClient] = []
        for person in people {
            clients.append(try await RunningClient(person, at: relay, keptIn: MemoryChatStorage()))
        }
        try await clients[0].client.perform(
            .create(room, kind: .group, name: RoomName(try DisplayName("Tea")), with: nil, suite: Self.suite))
        await clients[0].events.wait(for: .caughtUp(room))
        let secret = LinkSecret()
        try await clients[0].client.perform(.change(.makeLink(.made(by: people[0], secret, uses: 5)), of: room))
        await clients[0].events.wait(for: .granted(room))
        for guest in clients.dropFirst() {
            try await guest.client.perform(.join(room, by: secret))
            await guest.events.wait(for: .joined(room))
        }
        for person in people.dropFirst() {
            try await clients[0].client.perform(.change(.makeAdmin(person.key), of: room))
            await clients[0].events.wait(for: .granted(room))
        }
        for race in 0..<raceCount {
            // Each a change of another field, or of the same in turn: none undoes another's, and all are redone.
            for (place, client) in clients.enumerated() {
                let change: RoomChange =
                    place == 0
                    ? .name(RoomName(try DisplayName("Tea \(race)")))
                    : place == 1
                        ? .timer(seconds: UInt32(race + 1))
                        : .makeLink(.made(by: people[place], LinkSecret()))
                try await client.client.perform(
                    race.isMultiple(of: 2) || place < 2 ? .change(change, of: room) : .refresh(room))
                try await client.say("\(place) in race \(race)", in: room)
            }
            for client in clients { await client.events.wait(for: .granted(room)) }
            for client in clients {
                while try await client.texts(in: room).count < (race + 1) * clients.count {
                    try #require(await client.events.first { _ in true } != nil, "it has ended")
                }
            }
            var states: Set<[UInt8]> = []
            for client in clients {
                states.insert(try #require(await client.client.read { $0.epochAuthenticator(of: room) }))
                let settings = try #require(await client.client.read { $0.state(of: room) }).settings
                #expect(settings.name?.name.text == "Tea \(race)" && settings.timerSeconds == UInt32(race + 1))
            }
            #expect(states.count == 1, "race \(race)")
            if race.isMultiple(of: 2) { try await endLinks(clients[0]) }
        }
        let texts = try await clients[0].texts(in: room)
        #expect(Set(texts).count == raceCount * clients.count && texts.count == raceCount * clients.count)
        for client in clients {
            #expect(try await client.texts(in: room) == texts)
            #expect(await client.close() == nil)
        }
        await relay.stop()
    }

    /// A room has room for a few.
    private func endLinks(_ admin: RunningClient) async throws {
        for link in try #require(await admin.client.read { $0.state(of: room) }).settings.links {
            try await admin.client.perform(.change(.endLink(link.key), of: room))
            await admin.events.wait(for: .granted(room))
        }
    }
}
