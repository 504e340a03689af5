import RelayClient
import RelayProtocol
import SecureChannel
import Testing

@Suite(.timeLimit(.minutes(2)))
struct OfflineTests {
    private static let hour: Int64 = 3_600_000

    @Test func whoCantBeReachedIsHeardOfAndDialledAtOnceWhenTheNetworkIsBack() async throws {
        let relay = try await StubRelay()
        let port = relay.port
        let client = try relay.client(backoff: Backoff(firstMilliseconds: Self.hour, longestMilliseconds: Self.hour))
        await relay.stop()
        client.begin()
        var events = client.events.makeAsyncIterator()
        guard case .notConnected(.unreachable, let pause)? = await events.next() else {
            Issue.record("nothing is said of it")
            return
        }
        #expect((.milliseconds(Self.hour / 2))...(.milliseconds(Self.hour)) ~= pause)
        try await relay.listen(on: Int(port))
        client.dialNow()
        #expect(await events.next() == .connected(relaySeconds: StubRelay.timeSeconds))
        // Where there is a line, it changes nothing.
        client.dialNow()
        try await client.releaseName()
        #expect(await relay.on { $0.lineCount } == 1)
        await client.close()
        await relay.stop()
    }

    @Test func aLineThatNeverStoodIsntLost() async throws {
        let faults = ScriptedFaults([.refuse(.storage), .cutBefore]) { if case .start = $0 { true } else { false } }
        let relay = try await StubRelay { faults.act(on: $0) }
        let client = try relay.client()
        client.begin()
        var heard: [RelayLineError] = []
        for await event in client.events {
            guard case .notConnected(let error, _) = event else {
                #expect(event == .connected(relaySeconds: StubRelay.timeSeconds))
                break
            }
            heard.append(error)
        }
        #expect(heard == [.stopping, .lost])
        await client.close()
        await relay.stop()
    }

    @Test func ofManyAttemptsThatNobodyHeardOfTheLastIsToldAlone() async throws {
        let faults = ScriptedFaults([StubAct](repeating: .cutBefore, count: 20)) {
            if case .start = $0 { true } else { false }
        }
        let relay = try await StubRelay { faults.act(on: $0) }
        let client = try relay.client()
        client.begin()
        try await client.releaseName()
        await client.close()
        var heard: [String] = []
        for await event in client.events {
            switch event {
            case .notConnected: heard.append("notConnected")
            case .connected: heard.append("connected")
            default: heard.append("other")
            }
        }
        #expect(heard == ["notConnected", "connected"])
        await relay.stop()
    }
}
