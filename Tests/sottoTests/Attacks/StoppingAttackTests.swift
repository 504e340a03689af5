import Chat
import Foundation
import Identity
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
        // What a terminal makes of Ctrl-C as long as it isn't drawn on.
        kill(client.number, SIGINT)
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
            ["client", relay.link, "--home", temporary.path("home")], on: PseudoTerminal.fresh())
        #expect(client.output.wait(for: "you are in #lobby"))
        relay.program.killNow()
        #expect(client.output.wait(for: "no line to the relay"))
        client.write("\u{4}")
        #expect(client.end(within: 10) == 0)
    }

    /// What was acknowledged has arrived, whatever becomes of the relay then.
    @Test func aPipeIsDoneWhenAllIsOnTheRelayThoughThatIsKilledThen() throws {
        let relay = try RunningRelay(home: temporary.path("relay"))
        let client = try RunningProgram(["client", relay.link, "--home", temporary.path("home"), "--json"])
        client.write("hi\n")
        #expect(client.output.wait(for: "\"stored\""))
        relay.program.killNow()
        client.closeInput()
        #expect(client.end(within: 10) == 0)
    }

    /// What waits is kept: the program doesn't wait with it for ever, and says so.
    @Test func aPipeWhoseRelayIsGoneEndsWith4AndSaysThatItKeepsWhatWasSaid() throws {
        let relay = try RunningRelay(home: temporary.path("relay"))
        #expect(try PipedClient([relay.link], home: temporary.path("home"), saying: "one\n").status == 0)
        relay.program.killNow()
        let client = try PipedClient([], home: temporary.path("home"), saying: "two\n")
        #expect(client.status == 4)
        #expect(client.errors.contains("The message is kept"), "\(client.errors)")
        let again = try RunningRelay(home: temporary.path("relay"), listen: "127.0.0.1:\(relay.invite.port)")
        #expect(try PipedClient([], home: temporary.path("home"), saying: "three\n").status == 0)
        #expect(again.textsAtTheEnd(2).suffix(2) == ["two", "three"])
    }

    /// Bytes that are no UTF-8 grow when they are read: what members would refuse is never sent.
    @Test func aLineThatGrowsBeyondTheLimitIsSkippedAndBreaksNothing() async throws {
        let relay = try RunningRelay(home: temporary.path("relay"))
        let client = try SottoProcess(["client", relay.link, "--home", temporary.path("home"), "--json"])
        client.type([UInt8](repeating: 0xFF, count: ChatLimits.textBytes.upperBound) + [0x0A])
        client.type("after\n")
        #expect(relay.program.output.wait(for: "\"after\""))
        client.endInput()
        #expect(await client.status(within: 20) == 1)
        #expect(client.errors.contains("1 of your lines weren't taken"))
    }
}
