import Foundation
import Identity
import SecureChannel
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

        /// Also bytes that no pipe would bring: line ends, and what isn't UTF-8.
        private func attack(_ relay: RunningRelay) async throws {
            let broken: [[UInt8]] = [
                [0x1B, 0x9B, 0xFF, 0xC2], [0x9D, 0x35, 0x32, 0x3B], Array("a\nroot: b\r\nc\rd".utf8),
            ]
            let ending = try await RawClient().say(broken + Self.marked.map { Array($0.utf8) }, to: relay.invite)
            guard case .finished = ending else {
                Issue.record("not all was taken: \(ending)")
                return
            }
        }

        @Test func reachesNoHostsPlainOutput() async throws {
            let relay = try RunningRelay(home: temporary.path("relay"), [])
            try await attack(relay)
            relay.program.terminate()
            #expect(relay.program.end() == 0)
            let output = relay.program.output.whole()
            expectTame(output)
            #expect(HostileText.untamed(in: relay.program.errors.whole()) == [])
            // Every line is somebody's, or set in.
            for line in output.split(separator: "\n") {
                #expect(line.hasPrefix("Mallory: ") || line.hasPrefix("  "), "\(line.prefix(80))")
            }
        }

        @Test func reachesNoHostsJSONOutput() async throws {
            let relay = try RunningRelay(home: temporary.path("relay"))
            try await attack(relay)
            // Whole, all the same.
            #expect(Array(relay.textsAtTheEnd().suffix(Self.marked.count)) == Self.marked)
            expectTame(relay.program.output.text)
        }

        @Test func reachesNoHostsTerminal() async throws {
            let relay = try RunningRelay(home: temporary.path("relay"), [], on: PseudoTerminal.fresh())
            try await attack(relay)
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
                ["client", relay.line, "--home", temporary.path("home")], on: PseudoTerminal.fresh())
            #expect(relay.program.output.wait(for: "\"joined\""))
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
            let client = try RunningProgram(["client", relay.line, "--home", temporary.path("home")])
            #expect(relay.program.output.wait(for: "\"joined\""))
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
                let client = try RawClient(rawName: Array(name.utf8))
                do throws(LineError) {
                    let ending = try await client.say([[0x61]], to: relay.invite)
                    guard case .broken(_, wasOpen: false) = ending else {
                        Issue.record("\(ending)")
                        return
                    }
                } catch {
                    #expect(error != .unreachable)
                }
            }
            // An honest one is let in, so the credentials were rightly made.
            guard case .finished = try await RawClient(rawName: Array("Ann".utf8)).say([[0x61]], to: relay.invite)
            else {
                Issue.record("an honest name was refused")
                return
            }
            #expect(relay.textsAtTheEnd() == ["a"])
            #expect(!relay.program.output.text.contains("A\\u"))
            #expect(relay.program.output.text.components(separatedBy: "\"joined\"").count == 2)
        }
    }
}
