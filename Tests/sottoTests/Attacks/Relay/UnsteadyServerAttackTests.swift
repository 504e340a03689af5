import Foundation
import RelayClient
import RelayProtocol
import Synchronization
import TestSupport
import Testing

/// A21: lines that break all the time, and a relay that stands still.
@Suite(
    .blocking, .serialized, .timeLimit(.minutes(AttackForm.choose(5, full: 20))),
    .disabled(if: BuiltProgram.isMissing, "no built program beside the tests"))
struct UnsteadyServerAttackTests {
    private let temporary = TemporaryFolder()
    private let room = AttackRoom()

    private func server() async throws -> RelayProcess {
        let server = try await RelayProcess.start(
            .server, home: temporary.path("home"), ["--max-appends-per-second", "1000000"])
        _ = try server.member(of: room, as: Person("Creator"))
        return server
    }

    private func client(of server: RelayProcess, through port: Int) async throws -> RelayClient {
        let (client, room) = (try server.client(Person(), through: port), room)
        client.begin()
        _ = try await client.open(room.id, at: .first) { room.signature(over: $0) }
        return client
    }

    private func text(_ sender: Int, _ number: Int) -> String { "text \(sender) \(number)" }

    /// Several senders, each its messages one after the other.
    private func send(_ eachCount: Int, over clients: [RelayClient]) async throws {
        try await withThrowingTaskGroup(of: Void.self) { group in
            for (sender, client) in clients.enumerated() {
                group.addTask {
                    for number in 0..<eachCount {
                        let body = Array(text(sender, number).utf8)
                        let entry = Entry(header: .message(parent: .first), body: body)
                        _ = try await client.append(entry, to: room.id)
                    }
                }
            }
            try await group.waitForAll()
        }
    }

    private func heard(_ count: Int, by reader: RelayClient) async -> [String] {
        var texts: [String] = []
        for await event in reader.events {
            guard case .relay(.entries(let event)) = event else { continue }
            texts += event.entries.map { String(decoding: $0.body, as: UTF8.self) }
            if texts.count >= count { break }
        }
        return texts
    }

    /// Each once, and those of each sender in his order.
    private func expectAll(_ texts: [String], _ eachCount: Int, _ senderCount: Int) {
        for sender in 0..<senderCount {
            let own = texts.filter { $0.hasPrefix("text \(sender) ") }
            #expect(own == (0..<eachCount).map { text(sender, $0) })
        }
        #expect(texts.count == eachCount * senderCount)
    }

    /// Three records in ten take their connection with them: without root nobody can make packets get lost.
    @Test func whereThreeRecordsInTenCutTheLineEverythingComesOnce() async throws {
        let server = try await server()
        let random = Mutex(SeededRandom.announced())
        let eachCount = AttackForm.choose(20, full: 200)
        let lines = Atomic<Int>(0)
        try await Meddler.run(before: server.port) { place, _ in
            lines.store(place.connection, ordering: .relaxed)
            return random.withLock { Int.random(in: 0..<10, using: &$0) } < 3 ? .cut : .pass
        } _: { meddler in
            let senders = [
                try server.client(Person(), through: meddler.port), try server.client(Person(), through: meddler.port),
            ]
            let reader = try server.client(Person(), through: meddler.port)
            let room = room
            for client in senders + [reader] {
                client.begin()
                _ = try await client.open(room.id, at: .first) { room.signature(over: $0) }
            }
            _ = try await reader.follow(room.id, from: EntryNumber(2))
            async let texts = heard(eachCount * 2, by: reader)
            try await send(eachCount, over: senders)
            expectAll(await texts, eachCount, 2)
            print("over \(lines.load(ordering: .relaxed)) lines")
            for client in senders + [reader] { await client.close() }
        }
    }

    @Test func whereTheRelayStandsStillForAWhileEverythingComesOnce() async throws {
        let server = try await server()
        let eachCount = AttackForm.choose(200, full: 2_000)
        let (sender, reader) = (
            try await client(of: server, through: server.port), try await client(of: server, through: server.port)
        )
        _ = try await reader.follow(room.id, from: EntryNumber(2))
        async let texts = heard(eachCount, by: reader)
        let stopping = Task {
            try? await Task.sleep(for: .milliseconds(100))
            server.process.signal(SIGSTOP)
            try? await Task.sleep(for: .seconds(AttackForm.choose(2, full: 60)))
            server.process.signal(SIGCONT)
        }
        try await send(eachCount, over: [sender])
        await stopping.value
        expectAll(await texts, eachCount, 1)
        for client in [sender, reader] { await client.close() }
    }
}
