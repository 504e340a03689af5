import Foundation
import Identity
import Testing

@testable import sotto

extension ProgramTests {
    /// What others say, and what they call themselves, is seen and does nothing.
    @Suite struct HostileTextTests {
        private let temporary = TemporaryFolder()

        /// A word before each text shows that it has arrived.
        private static let marked = HostileText.all.enumerated().map { "begin-\($0)-\($1)" } + ["begin-last"]

        private func expectTame(_ output: String, location: SourceLocation = #_sourceLocation) {
            for index in HostileText.all.indices {
                #expect(HostileText.stands("begin-\(index)-", in: output), sourceLocation: location)
            }
            #expect(HostileText.untamed(in: output) == [], sourceLocation: location)
        }

        private func attack(_ relay: RunningRelay) throws {
            let client = try PipedClient(
                [relay.link, "--name", "Mallory"], home: temporary.path("mallory"),
                saying: Self.marked.joined(separator: "\n") + "\n", within: 60)
            #expect(client.status == 0, "\(client.errors)")
        }

        @Test func reachesNoHostsPlainOutput() throws {
            let relay = try RunningRelay(home: temporary.path("relay"), [])
            try attack(relay)
            #expect(relay.program.output.wait(for: "begin-last"))
            relay.program.terminate()
            #expect(relay.program.end() == 0)
            let output = relay.program.output.whole()
            expectTame(output)
            #expect(HostileText.untamed(in: relay.program.errors.whole()) == [])
            // Every line is somebody's, or set in, or the program's own.
            for line in output.split(separator: "\n") {
                #expect(["Mallory: ", "  ", "— "].contains { line.hasPrefix($0) }, "\(line.prefix(80))")
            }
        }

        @Test func reachesNoHostsJSONOutput() throws {
            let relay = try RunningRelay(home: temporary.path("relay"))
            try attack(relay)
            // Whole, all the same.
            #expect(relay.textsAtTheEnd(Self.marked.count) == Self.marked)
            expectTame(relay.program.output.text)
        }

        @Test func reachesNoHostsTerminal() throws {
            let relay = try RunningRelay(home: temporary.path("relay"), [], on: PseudoTerminal.fresh())
            try attack(relay)
            #expect(relay.program.output.wait(for: "begin-last"))
            relay.program.write("\u{3}")
            #expect(relay.program.end() == 0)
            let output = relay.program.output.whole()
            #expect(!HostileText.stands("\rroot: ", in: output))
            #expect(!HostileText.stands("\nroot: ", in: output))
            expectTame(HostileText.withoutOwnCodes(output))
        }

        @Test func reachesNoClientsTerminal() throws {
            let relay = try RunningRelay(home: temporary.path("relay"))
            let client = try RunningProgram(
                ["client", relay.link, "--home", temporary.path("home")], on: PseudoTerminal.fresh())
            #expect(client.output.wait(for: "you are in #lobby"))
            relay.program.write(Self.marked.joined(separator: "\n") + "\n")
            #expect(client.output.wait(for: "begin-last"))
            client.write("\u{4}")
            #expect(client.end() == 0)
            let output = client.output.whole()
            #expect(!HostileText.stands("\rroot: ", in: output))
            expectTame(HostileText.withoutOwnCodes(output))
        }

        @Test func reachesNoClientsPlainOutput() throws {
            let relay = try RunningRelay(home: temporary.path("relay"))
            let client = try RunningProgram(["client", relay.link, "--home", temporary.path("home")])
            #expect(client.errors.wait(for: "you are in #lobby"))
            relay.program.write(Self.marked.joined(separator: "\n") + "\n")
            #expect(client.output.wait(for: "begin-last"))
            client.closeInput()
            #expect(client.end() == 0)
            expectTame(client.output.whole())
        }

        @Test(arguments: HostileText.names) func isNoName(_ name: String) throws {
            let client = try PipedClient(["127.0.0.1:1", "--name", name], home: temporary.path("home"))
            #expect(client.status == 64)
            #expect(client.saysWhatToDo, "\(client.errors)")
            #expect(HostileText.untamed(in: client.errors) == [])
        }

        @Test func isNoNameInARightlySignedCredential() async throws {
            let relay = try RunningRelay(home: temporary.path("relay"))
            for name in HostileText.names {
                #expect(try await !RawClient(rawName: Array(name.utf8)).isServed(by: relay.invite), "\(name)")
            }
            // An honest one is let in, so the credentials were rightly made.
            #expect(try await RawClient(rawName: Array("Ann".utf8)).isServed(by: relay.invite))
            _ = relay.textsAtTheEnd(0)
        }
    }
}
