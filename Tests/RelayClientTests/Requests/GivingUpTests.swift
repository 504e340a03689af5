import RelayClient
import RelayProtocol
import Testing

@Suite(.timeLimit(.minutes(5)))
struct GivingUpTests {
    @Test func whoIsCancelledWaitsNoMore() async throws {
        let relay = try await StubRelay { $0.content.isCount ? .keepSilent : .serve }
        let client = try await relay.connected()
        let waiting = Task { try await client.countKeyPackages(CipherSuiteNumber(rawValue: 1)) }
        while await relay.asked({ $0.isCount }) == 0 { await Task.yield() }
        waiting.cancel()
        #expect(await waiting.result.error == .cancelled)
        try await client.releaseName()
        await client.close()
        await relay.stop()
    }

    @Test func whoIsCancelledBeforehandAsksNothing() async throws {
        let relay = try await StubRelay()
        let client = try await relay.connected()
        let waiting = Task {
            while !Task.isCancelled { await Task.yield() }
            return try await client.countKeyPackages(CipherSuiteNumber(rawValue: 1))
        }
        waiting.cancel()
        #expect(await waiting.result.error == .cancelled)
        try await client.releaseName()
        #expect(await relay.asked { $0.isCount } == 0)
        await client.close()
        await relay.stop()
    }

    @Test func aFirstDialThatNobodyAnswersIsTold() async throws {
        let relay = try await StubRelay()
        let client = try relay.client()
        await relay.stop()
        await #expect(throws: RelayClientError.line(.unreachable)) { try await client.connect() }
    }

    @Test func whoNeedsNoLineAtOnceMayBeginWithoutOne() async throws {
        let relay = try await StubRelay()
        let (port, client) = (relay.port, try relay.client())
        await relay.stop()
        client.begin()
        async let done: Void = client.releaseName()
        try await relay.listen(on: Int(port))
        try await done
        await client.close()
        await relay.stop()
    }

    @Test func closingWaitsForWhatIsUnanswered() async throws {
        let relay = try await StubRelay()
        let (client, room) = (try await relay.connected(), try TestRoom())
        try await client.make(room)
        await withThrowingTaskGroup(of: Void.self) { tasks in
            for number in 0..<50 {
                tasks.addTask { _ = try await client.append(room.message(number), to: room.id) }
            }
            while await relay.entryNumbers(in: room).isEmpty { await Task.yield() }
            await client.close()
            // Those that came after the end was begun are refused, and aren't there.
            var doneCount = 0
            while let result = await tasks.nextResult() {
                switch result {
                case .success: doneCount += 1
                case .failure(let error): #expect(error as? RelayClientError == .closed)
                }
            }
            #expect(await relay.entryNumbers(in: room).count == doneCount)
        }
        await #expect(throws: RelayClientError.closed) { try await client.releaseName() }
        await client.close()
        await relay.stop()
    }

    @Test func aClientThatNobodyHoldsLetsGoOfItsLine() async throws {
        let relay = try await StubRelay()
        do { _ = try await relay.connected() }
        while await relay.on({ !$0.sessions.isEmpty }) { await Task.yield() }
        await relay.stop()
    }

    @Test func theEndIsHeardLast() async throws {
        let relay = try await StubRelay()
        let client = try await relay.connected()
        await client.close()
        var heard: [RelayClientEvent] = []
        for await event in client.events { heard.append(event) }
        #expect(heard == [.connected(relaySeconds: StubRelay.timeSeconds)])
        await relay.stop()
    }
}

extension Result {
    fileprivate var error: RelayClientError? {
        if case .failure(let error) = self { error as? RelayClientError } else { nil }
    }
}
