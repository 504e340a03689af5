import Foundation
import Testing

@testable import sotto

extension ProgramTests {
    /// Both ends on terminals.
    @Suite struct PromptTests {
        private let temporary = TemporaryFolder()

        private func relayOnATerminal() throws -> RunningRelay {
            try RunningRelay(home: temporary.path("relay"), [], on: PseudoTerminal.fresh())
        }

        private func clientOnATerminal(_ relay: RunningRelay) throws -> RunningProgram {
            let client = try RunningProgram(
                ["client", relay.link, "--home", temporary.path("home"), "--name", "Zoe"],
                on: PseudoTerminal.fresh())
            #expect(client.output.wait(for: "you are in #lobby"), "\(client.output.text)")
            #expect(relay.program.output.wait(for: "Zoe is here"))
            return client
        }

        /// What stands behind the last `text`, once `next` does.
        private func rest(of output: Collected, after text: String, until next: String) -> String? {
            let found = output.wait { data in
                guard let place = data.range(of: Data(text.utf8), options: .backwards) else { return false }
                return data.range(of: Data(next.utf8), in: place.upperBound..<data.endIndex) != nil
            }
            let all = output.text
            guard found, let place = all.range(of: text, options: .backwards) else { return nil }
            return String(all[place.upperBound...])
        }

        @Test func keepsWhatIsHalfTypedBelowALineThatArrives() throws {
            let relay = try relayOnATerminal()
            let client = try clientOnATerminal(relay)
            client.write("half a thought")
            #expect(client.output.wait(for: "half a thought"))
            relay.program.write("something arrives\r")
            let below = rest(of: client.output, after: "something arrives", until: "half a thought")
            #expect(below?.contains("\n") == true)
            // Still there to be gone on with.
            relay.program.write("half a reply")
            #expect(relay.program.output.wait(for: "half a reply"))
            client.write(", finished\r")
            let belowReply = rest(of: relay.program.output, after: "half a thought, finished", until: "half a reply")
            #expect(belowReply?.contains("\n") == true)
            client.write("\u{4}")
            #expect(client.end() == 0)
            #expect(client.hasRestoredTerminal)
        }

        @Test func aHostsNameStandsBeforeItsOwnLines() throws {
            let relay = try RunningRelay(
                home: temporary.path("relay"), ["--name", "Ann"], on: PseudoTerminal.fresh())
            let client = try clientOnATerminal(relay)
            relay.program.write("mine\r")
            #expect(relay.program.output.wait(for: ": mine"))
            #expect(client.output.wait(for: "mine"))
            client.write("\u{4}")
            #expect(client.end() == 0)
        }

        @Test func ctrlCEndsBothAndRestoresTheirTerminals() throws {
            let relay = try relayOnATerminal()
            let client = try clientOnATerminal(relay)
            client.write("half a thought\u{3}")
            #expect(client.end() == 0)
            #expect(client.hasRestoredTerminal)
            relay.program.write("\u{3}")
            #expect(relay.program.end() == 0)
            #expect(relay.program.hasRestoredTerminal)
        }

        @Test func aPoliteKillRestoresTheTerminal() throws {
            let relay = try relayOnATerminal()
            let client = try clientOnATerminal(relay)
            for program in [client, relay.program] {
                #expect(!program.hasRestoredTerminal)
                program.terminate()
                #expect(program.end() == 0)
                #expect(program.hasRestoredTerminal)
            }
        }
    }
}
