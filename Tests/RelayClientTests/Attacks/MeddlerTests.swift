import Identity
import RelayClient
import RelayProtocol
import TestSupport
import Testing

/// A7: somebody in the middle changes, drops, swaps and doubles records, and cuts connections anywhere.
@Suite(.timeLimit(.minutes(3)))
struct MeddlerTests {
    @Test func aByteThatIsChangedEndsTheLineAndNothingElse() async throws {
        var random = SeededRandom.announced()
        var plans: [Meddler.Plan] = []
        for frame in 0..<8 {
            for direction in [Meddler.Direction.toRelay, .toClient] {
                let place = Int.random(in: 2..<512, using: &random)
                plans.append(Meddler.Plan(direction: direction, frame: frame, deed: .flip(place)))
            }
        }
        try await survive(plans)
    }

    @Test func recordsThatAreDoubledSwappedOrDroppedEndTheLineAndNothingElse() async throws {
        var plans: [Meddler.Plan] = []
        // Before, nobody says anything of his own accord, and what is missing is only missed with the next ping.
        for frame in 5..<9 {
            for direction in [Meddler.Direction.toRelay, .toClient] {
                for deed in [Meddler.Deed.double, .swap, .drop] {
                    plans.append(Meddler.Plan(direction: direction, frame: frame, deed: deed))
                }
            }
        }
        try await survive(plans)
    }

    @Test func aLineMayBeCutAtAnyByte() async throws {
        var random = SeededRandom.announced()
        var plans: [Meddler.Plan] = []
        for frame in 0..<8 {
            for direction in [Meddler.Direction.toRelay, .toClient] {
                for _ in 0..<3 {
                    let count = Int.random(in: 0...128, using: &random)
                    plans.append(Meddler.Plan(direction: direction, frame: frame, deed: .cut(after: count)))
                }
            }
        }
        try await survive(plans)
    }

    /// Appends and follows until no plan is left: everything is there once, unaltered and in order.
    private func survive(_ plans: [Meddler.Plan]) async throws {
        let relay = try await StubRelay()
        let meddler = try await Meddler(before: relay.host, relay.port, plans)
        let (client, room) = (try relay.client(through: meddler.port), try TestRoom())
        client.begin()
        let restless = Task {
            // What was swapped or dropped is noticed with the next record.
            while !Task.isCancelled {
                Task { try? await client.releaseName() }
                try? await Task.sleep(for: .milliseconds(2))
            }
        }
        try await client.make(room)
        _ = try await client.follow(room.id, from: EntryNumber(2))
        var sentCount = 0
        while meddler.leftCount > 0 || sentCount < 20 {
            _ = try await client.append(room.message(sentCount), to: room.id)
            sentCount += 1
        }
        let entries = await client.entries(of: room, through: sentCount + 1)
        restless.cancel()
        #expect(await relay.entryNumbers(in: room) == Array(0..<sentCount))
        #expect(entries.map(\.entry.testNumber) == Array(0..<sentCount))
        await client.close()
        await meddler.stop()
        await relay.stop()
    }
}
