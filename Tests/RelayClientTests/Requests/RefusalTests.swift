import RelayClient
import RelayProtocol
import SecureChannel
import Testing

@Suite(.timeLimit(.minutes(5)))
struct RefusalTests {
    @Test(arguments: [RefusalCode.storage, .tooOften])
    func whatPassesIsAskedAgainWherePersistent(_ code: RefusalCode) async throws {
        let faults = ScriptedFaults([.refuse(code, detail: 1)]) { $0.isMessage }
        let relay = try await StubRelay { faults.act(on: $0) }
        let (client, room) = (try await relay.connected(), try TestRoom())
        try await client.make(room)
        _ = try await client.append(room.message(0), to: room.id, persistently: true)
        #expect(await relay.entryNumbers(in: room) == [0])
        await client.close()
        await relay.stop()
    }

    @Test func elseItIsTheAnswer() async throws {
        let faults = ScriptedFaults([.refuse(.tooOften, detail: 3)]) { $0.isMessage }
        let relay = try await StubRelay { faults.act(on: $0) }
        let (client, room) = (try await relay.connected(), try TestRoom())
        try await client.make(room)
        await #expect(throws: RelayClientError.refused(.tooOften, detail: 3)) {
            _ = try await client.append(room.message(0), to: room.id)
        }
        await client.close()
        await relay.stop()
    }

    @Test func aRefusalThatStaysIsTheAnswerToThePersistentToo() async throws {
        let relay = try await StubRelay { $0.content.isMessage ? .refuse(.parentHasCommit, detail: 9) : .serve }
        let (client, room) = (try await relay.connected(), try TestRoom())
        try await client.make(room)
        await #expect(throws: RelayClientError.refused(.parentHasCommit, detail: 9)) {
            _ = try await client.append(room.message(0), to: room.id, persistently: true)
        }
        await client.close()
        await relay.stop()
    }

    @Test func whatAStoppingRelayRefusesIsAskedOnTheNextLine() async throws {
        let faults = ScriptedFaults([.refuse(.stopping), .refuse(.stopping)]) { $0.isMessage }
        let relay = try await StubRelay { faults.act(on: $0) }
        let (client, room) = (try await relay.connected(), try TestRoom())
        try await client.make(room)
        _ = try await client.append(room.message(0), to: room.id)
        #expect(await relay.on { $0.lineCount } == 3)
        await client.close()
        await relay.stop()
    }

    @Test(
        arguments: zip(
            [Refusal.notAllowed, .version, .overLimit], [RelayLineError.notAllowed, .version, .overLimit]))
    func aRelayThatDoesntServeUsSaysSo(_ refusal: Refusal, _ error: RelayLineError) async throws {
        let relay = try await StubRelay(refusing: refusal)
        let client = try relay.client()
        await #expect(throws: RelayClientError.line(error)) { try await client.connect() }
        await #expect(throws: RelayClientError.closed) { try await client.releaseName() }
        await relay.stop()
    }

    @Test func aRelayOfAnotherVersionIsTheEnd() async throws {
        let relay = try await StubRelay { request in
            if case .start = request.content { .refuse(.version, detail: 2) } else { .serve }
        }
        let client = try relay.client()
        client.begin()
        var heard: [RelayClientEvent] = []
        for await event in client.events { heard.append(event) }
        #expect(heard == [.ended(.line(.version))])
        #expect(await relay.on { $0.lineCount } == 1)
        await relay.stop()
    }

    @Test func aRelayThatCantStartUsNowIsDialledAgain() async throws {
        let faults = ScriptedFaults([.refuse(.storage), .cutBefore, .answer(.done(Done()))]) {
            if case .start = $0 { true } else { false }
        }
        let relay = try await StubRelay { faults.act(on: $0) }
        let client = try relay.client()
        client.begin()
        try await client.releaseName()
        #expect(await relay.on { $0.lineCount } == 4)
        await client.close()
        await relay.stop()
    }
}
