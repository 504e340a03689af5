import Chat
import Identity
import MLS
import RelayClient
import RelayProtocol
import RelaySupport
import SecureChannel
import Sodium
import Testing

/// Clients at a real relay, over real lines.
@Suite(.timeLimit(.minutes(5))) struct ChatClientTests {
    private let room = RoomID([UInt8](repeating: 7, count: 32))!
    private static let suite = CipherSuite.x25519ChaCha20Poly1305

    @Test func threeTalkAndOneMissesMessagesMeanwhile() async throws {
        let relay = try await ServedRelay()
        let people = try ["Ann", "Bob", "Cat"].map { try TestPerson($0) }
        let stores = people.map { _ in MemoryChatStorage() }
        let (ann, bob) = (
            try await RunningClient(people[0], at: relay, keptIn: stores[0]),
            try await RunningClient(people[1], at: relay, keptIn: stores[1])
        )
        var cat = try await RunningClient(people[2], at: relay, keptIn: stores[2])
        try await create(by: ann)
        for (guest, person) in [(bob, people[1]), (cat, people[2])] { try await bring(guest, person, by: ann) }
        try await ann.say("one", in: room)
        try await reach(1, [ann, bob, cat])

        #expect(await cat.close() == nil)
        try await bob.say("two", in: room)
        try await ann.client.perform(.refresh(room))
        try await reach(2, [ann, bob])
        try await ann.say("three", in: room)
        try await reach(3, [ann, bob])

        cat = try await RunningClient(people[2], at: relay, keptIn: stores[2])
        await cat.events.wait(for: .caughtUp(room))
        for client in [ann, bob, cat] { #expect(try await client.texts(in: room) == ["one", "two", "three"]) }
        for client in [ann, bob, cat] { #expect(await client.close() == nil) }
        await relay.stop()
    }

    /// What is said while there is no relay is kept, and said once there is one.
    @Test func whileTheRelayIsAwayNothingIsLostOrDoubled() async throws {
        let storage = MemoryStorage()
        let relay = try await ServedRelay(storage)
        let people = try ["Ann", "Bob"].map { try TestPerson($0) }
        let stores = people.map { _ in MemoryChatStorage() }
        let ann = try await RunningClient(people[0], at: relay, keptIn: stores[0])
        var bob = try await RunningClient(people[1], at: relay, keptIn: stores[1])
        try await create(by: ann)
        try await bring(bob, people[1], by: ann)
        let port = relay.port
        await relay.stop()
        await ann.events.first { if case .offline = $0 { true } else { false } }
        for number in 0..<20 { try await ann.say("ann \(number)", in: room) }
        // Whoever ends meanwhile has kept it too.
        try await bob.say("bob", in: room)
        #expect(await bob.close() == nil)

        storage.reopen()
        let again = try await ServedRelay(storage, identity: relay.identity, port: port)
        bob = try await RunningClient(people[1], at: again, keptIn: stores[1])
        try await reach(21, [ann, bob])
        let texts = try await ann.texts(in: room)
        #expect(texts.filter { $0 != "bob" } == (0..<20).map { "ann \($0)" })
        #expect(texts == (try await bob.texts(in: room)))
        for client in [ann, bob] { #expect(await client.close() == nil) }
        await again.stop()
    }

    @Test func whoHoldsALinkComesInWhileNobodyElseIsThere() async throws {
        let relay = try await ServedRelay()
        let people = try ["Ann", "Bob"].map { try TestPerson($0) }
        let stores = people.map { _ in MemoryChatStorage() }
        var ann = try await RunningClient(people[0], at: relay, keptIn: stores[0])
        try await create(by: ann)
        let secret = LinkSecret()
        try await ann.client.perform(.change(.makeLink(.made(by: people[0], secret, uses: 5)), of: room))
        await ann.events.first { if case .entry = $0 { true } else { false } }
        await ann.close()
        let bob = try await RunningClient(people[1], at: relay, keptIn: stores[1])
        try await bob.client.perform(.join(room, by: secret))
        await bob.events.wait(for: .joined(room))
        try await bob.say("anybody here?", in: room)
        try await reach(1, [bob])
        ann = try await RunningClient(people[0], at: relay, keptIn: stores[0])
        try await reach(1, [ann])
        for client in [ann, bob] { #expect(await client.close() == nil) }
        await relay.stop()
    }

    @Test func aFullDiskHoldsEverythingUpAndLosesNothing() async throws {
        let relay = try await ServedRelay()
        let people = try ["Ann", "Bob"].map { try TestPerson($0) }
        let stores = people.map { _ in MemoryChatStorage() }
        let ann = try await RunningClient(people[0], at: relay, keptIn: stores[0])
        let bob = try await RunningClient(people[1], at: relay, keptIn: stores[1])
        try await create(by: ann)
        try await bring(bob, people[1], by: ann)
        stores[1].failNextTransaction(.full)
        try await ann.say("hello", in: room)
        #expect(await bob.events.wait(for: .diskFull))
        try await reach(1, [ann, bob])
        stores[1].failNextTransaction(.full)
        await #expect(throws: ChatStorageError.full) { try await bob.say("lost, and said so", in: room) }
        for client in [ann, bob] { #expect(await client.close() == nil) }
        await relay.stop()
    }

    @Test func aDiskThatFailsIsTheEndAndSaidSo() async throws {
        let relay = try await ServedRelay()
        let people = try ["Ann", "Bob"].map { try TestPerson($0) }
        let stores = people.map { _ in MemoryChatStorage() }
        let ann = try await RunningClient(people[0], at: relay, keptIn: stores[0])
        let bob = try await RunningClient(people[1], at: relay, keptIn: stores[1])
        try await create(by: ann)
        try await bring(bob, people[1], by: ann)
        stores[1].failNextTransaction(.failed)
        try await ann.say("hello", in: room)
        // Nobody need close it: it has ended by itself.
        while await bob.events.first(where: { _ in true }) != nil {}
        #expect(await bob.close() == .failed)
        #expect(await ann.close() == nil)
        await relay.stop()
    }

    private func create(by founder: RunningClient) async throws {
        try await founder.client.perform(
            .create(room, kind: .group, name: RoomName(try DisplayName("Tea")), with: nil, suite: Self.suite))
        await founder.events.wait(for: .caughtUp(room))
    }

    private func bring(_ guest: RunningClient, _ person: TestPerson, by member: RunningClient) async throws {
        // Its key packages are published behind its first line.
        await guest.events.wait(for: .inboxRead)
        while true {
            try await member.client.perform(.invite(person.key, to: room))
            let event = await member.events.first {
                switch $0 {
                case .failed, .entry: true
                default: false
                }
            }
            if case .entry = event { break }
        }
        await guest.events.wait(for: .invited(room))
        try await guest.client.perform(.accept(room))
        await guest.events.wait(for: .joined(room))
    }

    /// Until all have so many texts.
    private func reach(_ count: Int, _ clients: [RunningClient]) async throws {
        for client in clients {
            while try await client.texts(in: room).count < count {
                try #require(await client.events.first { _ in true } != nil, "it has ended")
            }
        }
    }
}
