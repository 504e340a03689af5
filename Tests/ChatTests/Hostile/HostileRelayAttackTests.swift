import Chat
import Identity
import MLS
import RelayClient
import RelayProtocol
import RelaySupport
import SecureChannel
import Synchronization
import TestSupport
import Testing

/// A22, A23, A25, and what else a relay can do with the entries that it hands out: over real lines.
@Suite(.timeLimit(.minutes(5))) struct HostileRelayAttackTests {
    private let room = RoomID([UInt8](repeating: 5, count: 32))!
    private let people: [TestPerson]
    private let stores: [MemoryChatStorage]

    init() throws {
        people = try ["Ann", "Bob"].map { try TestPerson($0) }
        stores = people.map { _ in MemoryChatStorage() }
    }

    private func client(_ place: Int, at relay: HostileRelay, on store: MemoryChatStorage? = nil) async throws
        -> RunningClient
    {
        try await RunningClient(
            people[place], at: relay.identity.relayKey, port: relay.port, keptIn: store ?? stores[place])
    }

    /// Ann makes a room, Bob comes by a link, and both have read all of it.
    private func pair(at relay: HostileRelay) async throws -> (ann: RunningClient, bob: RunningClient) {
        let (ann, bob) = (try await client(0, at: relay), try await client(1, at: relay))
        try await ann.client.perform(
            .create(
                room, kind: .group, name: RoomName(try DisplayName("Tea")), with: nil,
                suite: .x25519ChaCha20Poly1305))
        await ann.events.wait(for: .caughtUp(room))
        let secret = LinkSecret()
        try await ann.client.perform(.change(.makeLink(.made(by: people[0], secret, uses: 5)), of: room))
        await ann.events.wait(for: .granted(room))
        try await bob.client.perform(.join(room, by: secret))
        await bob.events.wait(for: .joined(room))
        try await bob.say("hello", in: room)
        try await reach(1, [ann, bob])
        return (ann, bob)
    }

    private func reach(_ count: Int, _ clients: [RunningClient]) async throws {
        for client in clients {
            while try await client.texts(in: room).count < count {
                try #require(await client.events.first { _ in true } != nil, "it has ended")
            }
        }
    }

    private func authenticator(_ client: RunningClient) async -> [UInt8]? {
        await client.client.read { $0.epochAuthenticator(of: room) }
    }

    private func events(_ client: RunningClient) async throws -> [TimelineEvent] {
        try await client.client.read { core throws(ChatStorageError) in
            try core.timeline(of: room).map(\.row.event)
        }
    }

    @Test func everyEntryComesAHundredTimesAndAgainAfterARestartAndIsShownOnce() async throws {
        let relay = try await HostileRelay()
        var (ann, bob) = try await pair(at: relay)
        let heard = Mutex<[RelayEvent]>([])
        await relay.tell { events in
            let before = heard.withLock { heard in
                heard += events
                return heard
            }
            return events.flatMap { event in [RelayEvent](repeating: event, count: 100) } + before
        }
        for number in 0..<5 { try await (number.isMultiple(of: 2) ? ann : bob).say("\(number)", in: room) }
        try await ann.client.perform(.refresh(room))
        await ann.events.wait(for: .granted(room))
        try await bob.say("5", in: room)
        try await reach(7, [ann, bob])
        await bob.close()
        bob = try await client(1, at: relay)
        try await ann.say("6", in: room)
        try await reach(8, [ann, bob])
        let (anns, bobs) = (try await ann.texts(in: room), try await bob.texts(in: room))
        #expect(anns == bobs && Set(anns) == Set(["hello"] + (0..<7).map(String.init)) && anns.count == 8)
        #expect(try await !events(bob).contains(.repeated))
        for client in [ann, bob] { #expect(await client.close() == nil) }
        await relay.stop()
    }

    /// A23. What comes in a wrong order is asked for again from where the reader stands.
    @Test func aCommitThreeMessagesAndACommitInAnyOrderEndTheSame() async throws {
        var random = SeededRandom.announced()
        let relay = try await HostileRelay()
        let (ann, bob) = try await pair(at: relay)
        await bob.close()
        try await ann.client.perform(.refresh(room))
        await ann.events.wait(for: .granted(room))
        for number in 0..<3 { try await ann.say("\(number)", in: room) }
        try await reach(4, [ann])
        try await ann.client.perform(.refresh(room))
        await ann.events.wait(for: .granted(room))
        let expected = (await authenticator(ann), try await ann.texts(in: room))
        for _ in 0..<AttackForm.choose(8, full: 120) {
            let order = (0..<5).shuffled(using: &random)
            let turns = Mutex(3)
            await relay.tell { events in
                let single = events.flatMap(\.each)
                let isMeddling = turns.withLock { turns in
                    turns -= single.count > 1 ? 1 : 0
                    return turns >= 0
                }
                guard isMeddling, single.count == 5 else { return events }
                return order.map { single[$0] }
            }
            let reader = try await client(1, at: relay, on: stores[1].copy())
            await reader.events.wait(for: .caughtUp(room))
            #expect(await authenticator(reader) == expected.0, "\(order)")
            #expect(try await reader.texts(in: room) == expected.1, "\(order)")
            #expect(await reader.close() == nil)
        }
        #expect(await ann.close() == nil)
        await relay.stop()
    }

    /// A25. The relay has the commit, the answer never comes, and the process is gone.
    @Test func onesOwnCommitComesBackAfterAKillAndIsAppliedOnce() async throws {
        let relay = try await HostileRelay()
        let (ann, bob) = try await pair(at: relay)
        // What lies on the disk as the relay takes the commit is all that is left of her.
        let left = Mutex<MemoryChatStorage?>(nil)
        await relay.on { [store = stores[0]] core in
            core.cutsBehind = { request in
                guard case .append(let append) = request, append.entry.header.kind == .commit else { return false }
                return left.withLock { left in
                    defer { left = left ?? store.copy() }
                    return left == nil
                }
            }
        }
        try await ann.client.perform(.refresh(room))
        await ann.events.wait(for: .granted(room))
        await ann.close()
        let kept = try #require(left.withLock { $0 })
        let again = try await client(0, at: relay, on: kept)
        await again.events.wait(for: .caughtUp(room))
        try await again.say("I am back", in: room)
        try await reach(2, [again])
        await bob.close()
        let reader = try await client(1, at: relay)
        try await reach(2, [reader])
        #expect(await authenticator(again) == authenticator(reader))
        let changes = try await events(again).count { if case .change = $0 { true } else { false } }
        let seen = try await events(reader).count { if case .change = $0 { true } else { false } }
        // Bob's own coming is his first; Ann has the room's beginning, the link and Bob before it.
        #expect(changes == 4 && seen == 2, "\(changes) \(seen)")
        for client in [again, reader] { await client.close() }
        await relay.stop()
    }

    /// Other bytes in place of an entry, an old entry under a new number, an entry that is left out: each shows where it
    /// is, nobody is made to say anything, and what follows is read and marked.
    @Test(arguments: ["garbage", "replay", "withheld"])
    func whatTheRelayPutsInAnEntrysPlaceShowsAndStopsNothing(deed: String) async throws {
        let relay = try await HostileRelay()
        let (ann, bob) = try await pair(at: relay)
        await bob.close()
        for number in 0..<4 {
            try await ann.say("\(number)", in: room)
            try await reach(number + 2, [ann])
        }
        await relay.tell { events in events.flatMap(\.each).map { Self.spoiled($0, deed) } }
        let reader = try await client(1, at: relay)
        await reader.events.wait(for: .caughtUp(room))
        let texts = try await reader.texts(in: room)
        #expect(texts == ["hello", "0", "2", "3"])
        let shown = try await events(reader)
        #expect(shown.count { if case .refused = $0 { true } else { false } } == (deed == "withheld" ? 0 : 1))
        #expect(shown.contains(.missing(.gone)) == (deed == "withheld"))
        let crossing = shown.compactMap { event in
            if case .message(let message) = event, message.crossesLogs { Said(message.content) } else { nil }
        }
        // A relay that takes an entry away has to tell its true hash, or the next one that names it shows.
        #expect(crossing.isEmpty == (deed == "withheld"), "\(crossing)")
        for client in [ann, reader] { #expect(await client.close() == nil) }
        await relay.stop()
    }

    /// The second of Ann's four messages: entry 6, behind creation, link, Bob, his hello and her first.
    private static func spoiled(_ event: RelayEvent, _ deed: String) -> RelayEvent {
        guard case .entries(let entries) = event, entries.first.rawValue == 6, let entry = entries.entries.first else {
            return event
        }
        switch deed {
        case "garbage":
            var body = entry.body
            body[body.count - 1] ^= 1
            let other = Entry(header: entry.header, body: body)
            return .entries(EntriesEvent(room: entries.room, number: entries.first, entry: other))
        case "replay":
            let other = Entry(header: entry.header, body: [0, 1, 1] + [UInt8](repeating: 1, count: 40))
            return .entries(EntriesEvent(room: entries.room, number: entries.first, entry: other))
        default:
            guard let hash = try? EntryHash(of: entry) else { return event }
            return .withheld(
                WithheldEvent(room: entries.room, number: entries.first, reason: .gone, hash: hash))
        }
    }
}
