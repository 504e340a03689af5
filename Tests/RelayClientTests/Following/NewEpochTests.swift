import RelayClient
import RelayProtocol
import Testing

/// Somebody follows into epochs whose keys he hasn't yet.
@Suite(.timeLimit(.minutes(2)))
struct NewEpochTests {
    private static let epoch = EntryNumber(4)

    @Test func whatCouldntBeReadComesOnceTheRoomIsOpenedWithTheNewKey() async throws {
        let (relay, client, room) = try await following()
        var events = client.events.makeAsyncIterator()
        #expect(await next(&events, count: 6) == ["2", "3", "4", "-5", "-6", "-7"])
        try await open(room, at: .first, client)
        try await open(room, at: Self.epoch, client)
        _ = try await client.append(room.message(6), to: room.id)
        #expect(await next(&events, count: 5) == ["from 5", "5", "6", "7", "8"])
        await client.close()
        await relay.stop()
    }

    @Test func theSameKeyAgainBringsNothingAgain() async throws {
        let (relay, client, room) = try await following()
        var events = client.events.makeAsyncIterator()
        #expect(await next(&events, count: 6).last == "-7")
        try await open(room, at: .first, client)
        _ = try await client.append(room.message(6), to: room.id)
        #expect(await next(&events, count: 1) == ["-8"])
        await client.close()
        await relay.stop()
    }

    private func following() async throws -> (StubRelay, RelayClient, TestRoom) {
        let relay = try await StubRelay()
        let (client, room) = (try await relay.connected(), try TestRoom())
        try await client.make(room)
        for number in 0..<6 { _ = try await client.append(room.message(number), to: room.id) }
        await relay.on { $0.newestEpoch = Self.epoch }
        _ = try await client.follow(room.id, from: EntryNumber(2))
        return (relay, client, room)
    }

    private func open(_ room: TestRoom, at number: EntryNumber, _ client: RelayClient) async throws {
        _ = try await client.open(room.id, at: number) { room.sign($0, at: number) }
    }

    /// Entries by their numbers, those that were withheld with a minus.
    private func next(_ events: inout RelayClientEvents.AsyncIterator, count: Int) async -> [String] {
        var heard: [String] = []
        while heard.count < count, let event = await events.next() {
            switch event {
            case .relay(.entries(let event)): heard += event.numbered.map { "\($0.number.rawValue)" }
            case .relay(.withheld(let event)): heard.append("-\(event.number.rawValue)")
            case .resumed(_, let number, _): heard.append("from \(number.rawValue)")
            case .connected: break
            default: heard.append("other")
            }
        }
        return heard
    }
}
