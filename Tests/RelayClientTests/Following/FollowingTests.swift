import RelayClient
import RelayProtocol
import Testing

@Suite(.timeLimit(.minutes(5)))
struct FollowingTests {
    @Test func whatIsThereComesAndThenWhatFollows() async throws {
        let relay = try await StubRelay()
        let (client, room) = (try await relay.connected(), try TestRoom())
        try await client.make(room)
        for number in 0..<10 { _ = try await client.append(room.message(number), to: room.id) }
        #expect(try await client.follow(room.id, from: EntryNumber(2)).last == EntryNumber(11))
        for number in 10..<20 { _ = try await client.append(room.message(number), to: room.id) }
        let entries = await client.entries(of: room, through: 21)
        #expect(entries.map(\.entry.testNumber) == Array(0..<20))
        #expect(entries.map(\.number.rawValue) == Array(2...21))
        await client.close()
        await relay.stop()
    }

    @Test func afterALostLineItGoesOnWhereItStopped() async throws {
        let relay = try await StubRelay()
        let (client, room) = (try await relay.connected(), try TestRoom())
        try await client.make(room)
        _ = try await client.follow(room.id, from: EntryNumber(2))
        _ = try await client.followInbox(from: .first)
        for number in 0..<20 {
            _ = try await client.append(room.message(number), to: room.id)
            try await client.deliver([UInt8(number)], to: Person.anyDevice)
            await relay.cutAll()
        }
        var (entries, items): ([Int], [UInt8]) = ([], [])
        for await event in client.events {
            if case .relay(.entries(let event)) = event { entries += event.entries.map(\.testNumber) }
            if case .relay(.inbox(let event)) = event { items += event.item }
            if entries.count == 20, items.count == 20 { break }
        }
        #expect(entries == Array(0..<20))
        #expect(items == Array(0..<20))
        await client.close()
        await relay.stop()
    }

    @Test func linesThatComeAndGoAreHeardOf() async throws {
        let relay = try await StubRelay()
        let (client, room) = (try await relay.connected(), try TestRoom())
        try await client.make(room)
        _ = try await client.follow(room.id, from: EntryNumber(2))
        await relay.cutAll()
        _ = try await client.append(room.message(5), to: room.id)
        var heard: [String] = []
        for await event in client.events {
            switch event {
            case .connected: heard.append("connected")
            case .lost: heard.append("lost")
            case .reopened(let id, let opened):
                #expect(id == room.id && opened.last <= EntryNumber(2))
                heard.append("reopened")
            case .resumed(let log, let number, let last):
                #expect(log == .room(room.id) && number == EntryNumber(2) && last <= EntryNumber(2))
                heard.append("resumed")
            case .relay(.entries): heard.append("entries")
            default: heard.append("other")
            }
            if heard.last == "entries" { break }
        }
        #expect(heard == ["connected", "lost", "connected", "reopened", "resumed", "entries"])
        await client.close()
        await relay.stop()
    }

    @Test func aRoomThatIsShutIsHeardOfAndTheOthersGoOn() async throws {
        let relay = try await StubRelay()
        let (client, shut, open) = (try await relay.connected(), try TestRoom(), try TestRoom())
        for room in [shut, open] {
            try await client.make(room)
            _ = try await client.follow(room.id, from: EntryNumber(2))
        }
        await relay.on { core in
            core.script = { request in
                if case .openRoom(let opening) = request.content, opening.room == shut.id {
                    .refuse(.notAllowed)
                } else {
                    .serve
                }
            }
        }
        await relay.cutAll()
        _ = try await client.append(open.message(1), to: open.id)
        await #expect(throws: RelayClientError.refused(.notAllowed, detail: 0)) {
            _ = try await client.append(shut.message(1), to: shut.id)
        }
        var wasClosed = false
        for await event in client.events {
            if event == .closed(.room(shut.id), .notAllowed) { wasClosed = true }
            if case .relay(.entries(let event)) = event, event.room == open.id { break }
        }
        #expect(wasClosed)
        await client.close()
        await relay.stop()
    }

    /// A disk that can't be read for a moment must not cost a room.
    @Test func aRoomThatCantBeOpenedJustNowIsOpenedLater() async throws {
        let faults = ScriptedFaults([.serve, .refuse(.storage), .refuse(.storage)]) { $0.isOpening }
        let relay = try await StubRelay { faults.act(on: $0) }
        let (client, room) = (try await relay.connected(), try TestRoom())
        try await client.make(room)
        _ = try await client.follow(room.id, from: EntryNumber(2))
        await relay.cutAll()
        _ = try await client.append(room.message(3), to: room.id)
        #expect(await client.entries(of: room, through: 2).map(\.entry.testNumber) == [3])
        await client.close()
        await relay.stop()
    }

    @Test func aFollowThatIsntTakenMovesNothing() async throws {
        let relay = try await StubRelay()
        let (client, room) = (try await relay.connected(), try TestRoom())
        try await client.make(room)
        _ = try await client.follow(room.id, from: EntryNumber(2))
        let cancelled = Task {
            while !Task.isCancelled { await Task.yield() }
            _ = try await client.follow(room.id, from: EntryNumber(40))
        }
        cancelled.cancel()
        await #expect(throws: RelayClientError.cancelled) { try await cancelled.value }
        _ = try await client.append(room.message(7), to: room.id)
        _ = try await client.append(room.message(8), to: room.id)
        await client.close()
        #expect(await client.entries(of: room, through: 3).map(\.entry.testNumber) == [7, 8])
        await relay.stop()
    }

    @Test func whoFollowsAnewStartsWhereHeSays() async throws {
        let relay = try await StubRelay()
        let (client, room) = (try await relay.connected(), try TestRoom())
        try await client.make(room)
        for number in 0..<50 { _ = try await client.append(room.message(number), to: room.id) }
        _ = try await client.follow(room.id, from: EntryNumber(40))
        #expect(await client.entries(of: room, through: 51).count == 12)
        async let appending: Void = {
            for number in 50..<80 { _ = try await client.append(room.message(number), to: room.id) }
        }()
        _ = try await client.follow(room.id, from: EntryNumber(2))
        try await appending
        var numbers = await client.entries(of: room, through: 81).map(\.number.rawValue)
        // What came before the relay knew of it.
        while let first = numbers.first, first != 2 { numbers.removeFirst() }
        #expect(numbers == Array(2...81))
        await client.close()
        await relay.stop()
    }

    @Test func whispersReachWhoFollows() async throws {
        let relay = try await StubRelay()
        let (client, other, room) = (try await relay.connected(), try await relay.connected(), try TestRoom())
        try await client.make(room)
        _ = try await other.open(room.id, at: .first, sign: room.sign)
        _ = try await other.follow(room.id, from: EntryNumber(2))
        client.whisper([1, 2], in: room.id)
        for await event in other.events {
            guard case .relay(.whisper(let whisper)) = event else { continue }
            #expect(whisper.body == [1, 2])
            break
        }
        await client.close()
        await other.close()
        await relay.stop()
    }
}
