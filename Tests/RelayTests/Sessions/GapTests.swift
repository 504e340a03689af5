import Relay
import RelayProtocol
import RelaySupport
import TestSupport
import Testing

@Suite(.timeLimit(.minutes(AttackForm.choose(2, full: 20)))) struct GapTests {
    /// Whenever one begins to follow, and however often: each entry once, in order, while others append.
    @Test func thereIsNoGapBetweenTheLogAndWhatIsLive() async throws {
        let seed = SeededRandom.announcedSeed("thereIsNoGapBetweenTheLogAndWhatIsLive")
        var random = SeededRandom(seed: seed)
        let relay = try await ServedRelay(threads: 2)
        for round in 0..<AttackForm.choose(6, full: 200) {
            let room = TestRoom(UInt64(round))
            let creator = try await relay.started(TestPerson(0))
            _ = try await creator.ask(room.creation)
            try await oneRound(room, relay, count: 300, &random)
            await creator.close()
        }
        await relay.server.stop()
    }

    private func oneRound(
        _ room: TestRoom, _ relay: ServedRelay, count: Int, _ random: inout SeededRandom
    ) async throws {
        let writers = [
            try await relay.member(TestPerson(1), of: room), try await relay.member(TestPerson(2), of: room),
        ]
        var readers: [(line: TestLine, from: UInt64)] = []
        var sent: UInt64 = 0
        while sent < count {
            for (number, writer) in writers.enumerated() {
                let burst = UInt64.random(in: 0...20, using: &random)
                try writer.send(
                    (0..<burst).map { room.message([UInt8(number)] + random.bytes(count: 8) + [UInt8($0)]) })
                sent += burst
            }
            guard readers.count < 8 else { continue }
            let from = UInt64.random(in: 0...(sent + 20), using: &random)
            let line = try await relay.member(TestPerson(UInt32(10 + readers.count)), of: room)
            try line.send(room.follow(from: from))
            readers.append((line, from))
        }
        let last = sent + 1
        for (line, from) in readers {
            let expected = Array(stride(from: max(from, 1), through: last, by: 1))
            #expect(await line.events(expected.count).compactMap(\.number?.rawValue) == expected)
            await line.close()
        }
        for writer in writers { await writer.close() }
    }
}
