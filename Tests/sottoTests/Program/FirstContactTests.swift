import Foundation
import Identity
import Testing

@testable import sotto

extension ProgramTests {
    /// A client on a terminal meets a relay by its host alone.
    @Suite struct FirstContactTests {
        private let temporary = TemporaryFolder()
        private let relay: RunningRelay

        init() throws { relay = try RunningRelay(home: temporary.path("relay")) }

        private func asked() throws -> RunningProgram {
            let place = "127.0.0.1:\(relay.invite.port)"
            let client = try RunningProgram(
                ["client", place, "--home", temporary.path("home"), "--name", "Ann"], on: PseudoTerminal.fresh())
            #expect(client.output.wait(for: "[yes/no] "), "\(client.output.text)")
            #expect(client.output.text.contains(Fingerprint(of: try #require(relay.invite.relayKey)).text))
            return client
        }

        private func expectsToTalk(_ client: RunningProgram) throws {
            #expect(client.output.wait(for: "you are in no room"), "\(client.output.text)")
            client.write("/create Tea\r")
            #expect(client.output.wait(for: "you are in #Tea"), "\(client.output.text)")
            client.write("hi\r")
            #expect(client.output.wait(for: ": hi"), "\(client.output.text)")
            #expect(!client.hasRestoredTerminal)
            client.write("\u{4}")
            #expect(client.end() == 0)
            #expect(client.hasRestoredTerminal)
            let pins = try ClientHome.pins(in: HomeDirectory(option: temporary.path("home")))
            #expect(pins[relay.invite] == relay.invite.relayKey)
        }

        @Test func connectsAndPinsAfterAYes() throws {
            let client = try asked()
            client.write("yes\n")
            try expectsToTalk(client)
        }

        @Test(arguments: ["no", "", "y", "yes!", "\u{4}"])
        func exitsWith3AndPinsNothingAfterAnythingElse(_ answer: String) throws {
            let client = try asked()
            client.write(answer + "\n")
            #expect(client.end() == 3)
            #expect(client.hasRestoredTerminal)
            #expect(temporary.read("home/client/pins") == nil)
        }

        /// The relay waits ten seconds for a handshake; nobody compares 64 digits in that time.
        @Test func connectsAfterAnAnswerThatTookLongerThanAHandshakeMay() throws {
            let client = try asked()
            Thread.sleep(forTimeInterval: 11)
            client.write("yes\n")
            try expectsToTalk(client)
        }
    }
}
