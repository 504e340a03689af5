import Relay
import RelayProtocol
import RelaySupport
import TestSupport
import Testing

@Suite(.timeLimit(.minutes(2))) struct SlowReaderTests {
    /// Who doesn't read what it is sent makes nobody wait, takes no memory beyond a bound, and has missed nothing later.
    @Test func aSlowReaderIsServedLaterAndHoldsUpNobody() async throws {
        let relay = try await ServedRelay(threads: 1)
        let room = TestRoom(1)
        let writer = try await relay.started(TestPerson(0))
        _ = try await writer.ask(room.creation)
        _ = try await writer.ask(room.opening(for: writer.handshakeHash))
        let slow = try await relay.member(TestPerson(1), of: room, from: 2)
        let quick = try await relay.member(TestPerson(2), of: room, from: 2)
        try await slow.setReading(false)
        // 40 MiB: more than any socket takes.
        let (count, byteCount) = (640, 64 << 10)
        for first in stride(from: 0, to: count, by: 64) {
            let numbers = try writer.send(
                (first..<first + 64).map {
                    room.message([UInt8(truncatingIfNeeded: $0)] + [UInt8](repeating: UInt8($0 >> 8), count: byteCount))
                })
            for number in numbers { #expect(try await writer.answer(to: number).appended != nil) }
        }
        #expect(await quick.events(count).compactMap(\.number?.rawValue) == (2...UInt64(count + 1)).map { $0 })
        #expect(relay.metric("fallen_behind_total") >= 1)
        #expect(slow.heard.events.count < count)

        try await slow.setReading(true)
        let events = await slow.events(count)
        #expect(events.compactMap(\.number?.rawValue) == (2...UInt64(count + 1)).map { $0 })
        #expect(events.map { $0.body?.first } == (0..<count).map { UInt8(truncatingIfNeeded: $0) })
        // And it is live again.
        #expect(try await writer.ask(room.message([1])).appended == EntryNumber(UInt64(count) + 2))
        #expect(await slow.events(count + 1).count == count + 1)
        #expect(relay.metric("deliveries_from_log_total") >= 1)
        await relay.server.stop()
    }

    /// Requests of a peer that doesn't read the answers aren't read either.
    @Test func whoAsksWithoutReadingIsNotReadFrom() async throws {
        let relay = try await ServedRelay(threads: 1)
        let room = TestRoom(1)
        let line = try await relay.started(TestPerson(0))
        let state = PublicState(blob: [UInt8](repeating: 3, count: 1 << 20))
        let creation = Append(room: room.id, entry: .create(key: room.accessKey(1)), publicState: state)
        #expect(try await line.ask(.append(creation)).appended == .first)
        try await line.setReading(false)
        let fetch = RelayRequest.fetchPublicState(FetchPublicState(room: room.id, hash: BlobHash(of: state.blob)))
        let numbers = try line.send([RelayRequest](repeating: fetch, count: 60))
        let other = try await relay.started(TestPerson(1))
        for _ in 0..<100 { #expect(try await other.ask(.releaseName(ReleaseName())).code == nil) }
        // What a socket takes on its way, and no more.
        #expect(relay.metric("reads_total") < 40)
        try await line.setReading(true)
        for number in numbers { #expect(try await line.answer(to: number).code == nil) }
        #expect(relay.metric("reads_total") >= 60)
        await relay.server.stop()
    }
}
