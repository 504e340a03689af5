import Foundation
import Testing

@testable import sotto

/// Somebody who answers nothing must not keep a person from leaving.
@Suite(.blocking, .serialized, .disabled(if: BuiltProgram.isMissing, "no built program beside the tests"))
struct StoppingAttackTests {
    private let temporary = TemporaryFolder()

    private func invite(_ mute: RecordingProxy) throws -> String {
        let relay = try RunningRelay(home: temporary.path("relay"))
        return try relay.line(port: mute.port)
    }

    /// The first dial: nothing has been heard of the relay yet.
    @Test func ctrlCEndsAClientWhoseRelayDoesNotAnswer() throws {
        let mute = try RecordingProxy()
        let client = try RunningProgram(
            ["client", try invite(mute), "--home", temporary.path("home")], on: PseudoTerminal.fresh())
        let dialled = Date().addingTimeInterval(5)
        while mute.connectionCount == 0, Date() < dialled { usleep(10_000) }
        client.write("\u{3}")
        #expect(client.end(within: 3) == 0)
        #expect(client.hasRestoredTerminal)
    }

    @Test func aPoliteKillEndsAClientWhoseRelayDoesNotAnswer() throws {
        let mute = try RecordingProxy()
        let client = try RunningProgram(["client", try invite(mute), "--home", temporary.path("home")])
        let dialled = Date().addingTimeInterval(5)
        while mute.connectionCount == 0, Date() < dialled { usleep(10_000) }
        client.terminate()
        #expect(client.end(within: 3) == 0)
    }

    /// Nothing is left to be said, and there is nobody to say goodbye to.
    @Test func ctrlDEndsAClientWhoseLineIsLost() throws {
        let relay = try RunningRelay(home: temporary.path("relay"))
        let client = try RunningProgram(
            ["client", relay.line, "--home", temporary.path("home")], on: PseudoTerminal.fresh())
        #expect(client.output.wait(for: "is here"))
        relay.program.killNow()
        #expect(client.output.wait(for: "trying again"))
        client.write("\u{4}")
        #expect(client.end(within: 3) == 0)
    }

    /// What was acknowledged has arrived, whatever becomes of the relay then.
    @Test func aPipeIsDoneWhenAllHasArrivedThoughTheRelayIsKilledThen() throws {
        let relay = try RunningRelay(home: temporary.path("relay"))
        let client = try RunningProgram(["client", relay.line, "--home", temporary.path("home"), "--json"])
        client.write("hi\n")
        #expect(client.output.wait(for: "\"delivered\""))
        relay.program.killNow()
        client.closeInput()
        #expect(client.end(within: 5) == 0)
    }

    /// Bytes that are no UTF-8 grow when they are read: what the relay would refuse is never sent.
    @Test func aLineThatGrowsBeyondTheLimitIsSkippedAndBreaksNothing() throws {
        let relay = try RunningRelay(home: temporary.path("relay"))
        let client = try SottoProcess(["client", relay.line, "--home", temporary.path("home"), "--json"])
        client.type([UInt8](repeating: 0xFF, count: TalkLimits.textBytesMax) + [0x0A])
        client.type("after\n")
        #expect(relay.program.output.wait(for: "\"after\""))
        client.endInput()
        let ended = DispatchSemaphore(value: 0)
        nonisolated(unsafe) var status: Int32?
        Task {
            status = await client.status(within: 10)
            ended.signal()
        }
        #expect(ended.wait(timeout: .now() + 12) == .success)
        #expect(status == 1)
        #expect(client.errors.contains("1 of your messages didn't arrive"))
    }
}
