import Identity
import RelayClient
import RelayProtocol
import SecureChannel
import Sodium
import Testing

/// A8: another key behind the same address.
@Suite(.timeLimit(.minutes(5)))
struct ChangedKeyTests {
    @Test func anotherKeyAtTheFirstDialIsTheEnd() async throws {
        let relay = try await StubRelay()
        let pinned = RelayKey(X25519.SecretKey().publicKey)
        let client = try relay.client(pin: pinned)
        let error = RelayClientError.line(
            .relayKeyChanged(pinned: pinned, presented: relay.identity.relayKey))
        await #expect(throws: error) { try await client.connect() }
        #expect(await relay.on { $0.lineCount } == 0)
        await relay.stop()
    }

    @Test func anotherKeyAfterALostLineEndsWhatWaitsAndNothingIsSentToIt() async throws {
        let relay = try await StubRelay()
        let (port, room) = (relay.port, try TestRoom())
        let client = try await relay.connected()
        try await client.make(room)
        await relay.stop()
        let appended = Task { try await client.append(room.message(0), to: room.id) }
        let stranger = try await StubRelay(at: relay.host)
        await stranger.stop()
        try await stranger.listen(on: Int(port))
        let error = RelayClientError.line(
            .relayKeyChanged(pinned: relay.identity.relayKey, presented: stranger.identity.relayKey))
        await #expect(throws: error) { _ = try await appended.value }
        var last: RelayClientEvent?
        for await event in client.events { last = event }
        #expect(last == .ended(error))
        #expect(await stranger.on { $0.lineCount } == 0)
        await stranger.stop()
    }
}
