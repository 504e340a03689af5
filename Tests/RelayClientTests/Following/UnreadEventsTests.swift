import RelayClient
import RelayProtocol
import Testing

/// Somebody follows and doesn't read.
@Suite(.timeLimit(.minutes(2)))
struct UnreadEventsTests {
    private static let count = 3 * RelayClientLimits.eventsHigh

    @Test func littleIsTakenFromTheRelayAndAllComesOnceLater() async throws {
        let (relay, client, room) = try await full(byteCount: 4_096)
        _ = try await client.follow(room.id, from: EntryNumber(2))
        // The line is left unread, and the relay stops at its socket.
        await quiet(relay)
        #expect(await said(by: relay) < Self.count)
        let entries = await client.entries(of: room, through: Self.count + 1)
        #expect(entries.map(\.entry.testNumber) == Array(0..<Self.count))
        await client.close()
        await relay.stop()
    }

    @Test func whoAsksMeanwhileIsAnswered() async throws {
        let (relay, client, room) = try await full(byteCount: 64)
        _ = try await client.follow(room.id, from: EntryNumber(2))
        await quiet(relay)
        for _ in 0..<10 {
            #expect(try await client.countKeyPackages(CipherSuiteNumber(rawValue: 1)).count == 7)
        }
        _ = try await client.append(room.message(Self.count), to: room.id)
        let entries = await client.entries(of: room, through: Self.count + 2)
        #expect(entries.map(\.entry.testNumber) == Array(0...Self.count))
        await client.close()
        await relay.stop()
    }

    /// As a chat does: an entry is taken, something asked because of it, and only then the next one taken.
    @Test func whoAsksBetweenTwoEventsGetsAllOfThem() async throws {
        let (relay, client, room) = try await full(byteCount: 64)
        _ = try await client.follow(room.id, from: EntryNumber(2))
        var numbers: [Int] = []
        for await event in client.events {
            guard case .relay(.entries(let event)) = event else { continue }
            numbers += event.entries.map(\.testNumber)
            if numbers.count.isMultiple(of: 100) {
                _ = try await client.countKeyPackages(CipherSuiteNumber(rawValue: 1))
            }
            if numbers.count == Self.count { break }
        }
        #expect(numbers == Array(0..<Self.count))
        await client.close()
        await relay.stop()
    }

    @Test func aLineThatIsLostMeanwhileTakesNothingAlong() async throws {
        let (relay, client, room) = try await full(byteCount: 64)
        _ = try await client.follow(room.id, from: EntryNumber(2))
        await quiet(relay)
        await relay.cutAll()
        #expect(try await client.countKeyPackages(CipherSuiteNumber(rawValue: 1)).count == 7)
        let entries = await client.entries(of: room, through: Self.count + 1)
        #expect(entries.map(\.entry.testNumber) == Array(0..<Self.count))
        await client.close()
        await relay.stop()
    }

    /// A relay with a full room, and a client that has opened it.
    private func full(byteCount: Int) async throws -> (StubRelay, RelayClient, TestRoom) {
        let relay = try await StubRelay()
        let (client, room) = (try await relay.connected(), try TestRoom())
        try await client.make(room)
        await relay.on { core in
            for number in 0..<Self.count {
                _ = try? core.add(room.message(number, byteCount: byteCount), to: room.id)
            }
        }
        return (relay, client, room)
    }

    private func said(by relay: StubRelay) async -> Int {
        await relay.on { $0.sessions.values.reduce(0) { $0 + $1.saidEventCount } }
    }

    /// Until the relay says nothing more.
    private func quiet(_ relay: StubRelay) async {
        var count = -1
        while case let next = await said(by: relay), next != count {
            count = next
            try? await Task.sleep(for: .milliseconds(100))
        }
    }
}
