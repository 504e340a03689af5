import Foundation
import RelayClient
import RelayProtocol
import Synchronization
import TestSupport
import Testing

/// A7, at a relay of rooms: whatever somebody in the middle does, what was appended is there once, as it was.
@Suite(
    .blocking, .serialized, .timeLimit(.minutes(AttackForm.choose(5, full: 20))),
    .disabled(if: BuiltProgram.isMissing, "no built program beside the tests"))
struct RelayMeddlerAttackTests {
    private let temporary = TemporaryFolder()
    private let room = AttackRoom()

    private func server() async throws -> RelayProcess {
        let server = try await RelayProcess.start(
            .server, home: temporary.path("home"), ["--max-appends-per-second", "1000000"])
        _ = try server.member(of: room, as: Person("Creator"))
        return server
    }

    private func entry(_ text: String) -> Entry {
        Entry(header: .message(parent: .first), body: Array(text.utf8))
    }

    /// What stands in the log behind the creation.
    private func texts(at server: RelayProcess) throws -> [String] {
        let line = try server.member(of: room, as: Person("Reader"))
        guard case .following(let following) = try line.ask(room.follow(from: 2)) else { return [] }
        let events = try line.events(Int(following.last.rawValue) - 1)
        return events.map { String(decoding: $0.body ?? [], as: UTF8.self) }
    }

    /// Behind the handshake's two, the start, the opening, and what was repeated: a record that appends.
    private static let appendingFrame = 5

    /// Places at which a byte was flipped.
    private final class Flipped: Sendable {
        private let places = Mutex<Set<Int>>([])

        var count: Int { places.withLock { $0.count } }
        func insert(_ place: Int) { places.withLock { _ = $0.insert(place) } }
    }

    @Test func flippingAnyByteOfARecordEndsTheLineAndLosesNothing() async throws {
        let server = try await server()
        // Length, message header, number, room, entry's header and length, text, no public state, tag.
        let count = 2 + 5 + 4 + 32 + 12 + 4 + "text 100".utf8.count + 1 + 16
        let meddled = Flipped()
        try await Meddler.run(before: server.port) { place, frame in
            guard place.way == .toRelay, place.frame == Self.appendingFrame, place.connection < count else {
                return .pass
            }
            meddled.insert(place.connection)
            var changed = frame
            changed[place.connection % frame.count] ^= 1
            return .replace(changed)
        } _: { meddler in
            let client = try server.client(Person(), through: meddler.port)
            client.begin()
            let room = room
            _ = try await client.open(room.id, at: .first) { room.signature(over: $0) }
            let filler = Task {
                // A length that grew makes the relay wait for what follows.
                while !Task.isCancelled {
                    Task { try? await client.releaseName() }
                    try? await Task.sleep(for: .milliseconds(2))
                    guard meddled.count <= 2 else { return }
                }
            }
            var sent: [String] = []
            while meddled.count < count {
                sent.append("text \(100 + sent.count)")
                _ = try await client.append(entry(sent[sent.count - 1]), to: room.id)
            }
            filler.cancel()
            _ = try await client.append(entry("last"), to: room.id)
            #expect(try texts(at: server) == sent + ["last"])
            await client.close()
        }
    }

    private struct Plan: Sendable {
        let frame: Int
        let way: Meddler.Way
        let deed: @Sendable ([UInt8]) -> Meddler.Deed

        init(_ random: inout SeededRandom) {
            frame = Int.random(in: 2...12, using: &random)
            way = Bool.random(using: &random) ? .toRelay : .toClient
            let (place, bit) = (Int.random(in: 0...65_535, using: &random), UInt8.random(in: 0...7, using: &random))
            switch Int.random(in: 0...5, using: &random) {
            case 0: deed = { _ in .drop }
            case 1: deed = { _ in .double }
            case 2: deed = { _ in .delay }
            case 3: deed = { _ in .cut }
            default:
                deed = { frame in
                    var changed = frame
                    changed[2 + place % (frame.count - 2)] ^= 1 << bit
                    return .replace(changed)
                }
            }
        }
    }

    /// One client appends and follows while line after line is meddled with at random.
    @Test func meddlingAtRandomLosesDoublesAndChangesNothing() async throws {
        let server = try await server()
        let seed = SeededRandom.announcedSeed(#function)
        var random = SeededRandom(seed: seed)
        let plans = (0..<AttackForm.choose(24, full: 1_000)).map { _ in Plan(&random) }
        let met = Atomic<Int>(0)
        try await Meddler.run(before: server.port) { place, frame in
            guard plans.indices.contains(place.connection) else { return .pass }
            met.store(place.connection, ordering: .relaxed)
            let plan = plans[place.connection]
            return plan.way == place.way && plan.frame == place.frame ? plan.deed(frame) : .pass
        } _: { meddler in
            let client = try server.client(Person(), through: meddler.port)
            client.begin()
            let room = room
            _ = try await client.open(room.id, at: .first) { room.signature(over: $0) }
            _ = try await client.follow(room.id, from: EntryNumber(2))
            // What was dropped or delayed last is noticed with the next record.
            let restless = Task {
                while !Task.isCancelled {
                    Task { try? await client.releaseName() }
                    try? await Task.sleep(for: .milliseconds(2))
                }
            }
            var sent: [String] = []
            while met.load(ordering: .relaxed) < plans.count - 1 {
                sent.append("text \(sent.count)")
                _ = try await client.append(entry(sent[sent.count - 1]), to: room.id)
            }
            restless.cancel()
            var heard: [String] = []
            for await event in client.events where heard.count < sent.count {
                guard case .relay(.entries(let event)) = event else { continue }
                heard += event.entries.map { String(decoding: $0.body, as: UTF8.self) }
                if heard.count >= sent.count { break }
            }
            #expect(heard == sent, "seed \(seed)")
            #expect(try texts(at: server) == sent, "seed \(seed)")
            await client.close()
        }
    }
}
