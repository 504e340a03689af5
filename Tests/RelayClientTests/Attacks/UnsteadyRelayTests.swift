import RelayClient
import RelayProtocol
import Synchronization
import TestSupport
import Testing

/// A21, in short: lines that are cut at random, and a relay that is gone for a while.
@Suite(.timeLimit(.minutes(3)))
struct UnsteadyRelayTests {
    private static let senderCount = 4
    private static let eachCount = 150

    @Test func everythingIsThereOnceAndComesOnceInOrder() async throws {
        let seed = SeededRandom.announcedSeed(#function)
        let faults = Locked(SeededRandom(seed: seed))
        let relay = try await StubRelay { _ in
            // About as many as three in ten records of a line would take with them.
            faults.withLock { random in
                switch Int.random(in: 0..<40, using: &random) {
                case 0: .cutBefore
                case 1: .cutAfter
                case 2: .answerTwice
                case 3: .sayUnknown
                default: .serve
                }
            }
        }
        let (port, room) = (relay.port, try TestRoom())
        let (sender, reader) = (try relay.client(), try relay.client())
        for client in [sender, reader] { client.begin() }
        try await sender.make(room)
        _ = try await reader.open(room.id, at: .first, sign: room.sign)
        _ = try await reader.follow(room.id, from: EntryNumber(2))
        let total = Self.senderCount * Self.eachCount
        async let heard = reader.entries(of: room, through: total + 1)
        try await send(sender, to: room) {
            await relay.stop()
            try await relay.listen(on: Int(port))
        }
        let stored = await relay.entryNumbers(in: room)
        #expect(stored.sorted() == Array(0..<total))
        for one in 0..<Self.senderCount {
            let own = stored.filter { $0 / Self.eachCount == one }
            #expect(own == own.sorted(), "one after the other was sent, and so they stand")
        }
        let entries = await heard
        #expect(entries.map(\.entry.testNumber) == stored)
        #expect(entries.map(\.number.rawValue) == Array(2...UInt64(total + 1)))
        await sender.close()
        await reader.close()
        await relay.stop()
    }

    /// Several at once, each one after the other; in the middle the relay is away.
    private func send(
        _ client: RelayClient, to room: TestRoom, interruption: @escaping @Sendable () async throws -> Void
    ) async throws {
        try await withThrowingTaskGroup(of: Void.self) { tasks in
            for one in 0..<Self.senderCount {
                tasks.addTask {
                    for number in 0..<Self.eachCount {
                        let entry = room.message(one * Self.eachCount + number)
                        _ = try await client.append(entry, to: room.id)
                        if one == 0, number == Self.eachCount / 2 { try await interruption() }
                    }
                }
            }
            try await tasks.waitForAll()
        }
    }
}
