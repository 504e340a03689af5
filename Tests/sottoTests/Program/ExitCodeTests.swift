import Foundation
import Identity
import Sodium
import Testing

@testable import sotto

extension ProgramTests {
    @Suite struct ExitCodeTests {
        private let temporary = TemporaryFolder()
        private var home: String { temporary.path("home") }

        private func relay(_ options: [String] = []) throws -> RunningRelay {
            try RunningRelay(home: temporary.path("relay"), ["--json"] + options)
        }

        /// A lock names the process that had it last.
        private var keptContents: [String: [UInt8]?] { temporary.contents.filter { !$0.key.hasSuffix("/lock") } }

        private func expect(
            _ client: PipedClient, _ status: sotto.ExitStatus, location: SourceLocation = #_sourceLocation
        ) {
            #expect(client.status == status.rawValue, "\(client.errors)", sourceLocation: location)
            #expect(client.saysWhatToDo, "\(client.errors)", sourceLocation: location)
        }

        private func strangersLine(port: Int) throws -> String {
            let stranger = RelayKey(X25519.SecretKey().publicKey)
            return try #require(RelayAddress("127.0.0.1:\(port)").pinned(to: stranger).inviteLine)
        }

        @Test func is4WhereNothingListens() throws {
            expect(try PipedClient([strangersLine(port: 1)], home: home, saying: "hi\n"), .unreachable)
        }

        @Test func is3WithoutADialWhereNobodyCanBeAsked() throws {
            let listener = try RecordingProxy()
            for options in [["--no-input"], []] {
                let arguments = ["127.0.0.1:\(listener.port)"] + options
                expect(try PipedClient(arguments, home: home, saying: "hi\n"), .keyChanged)
            }
            #expect(listener.connectionCount == 0)
            #expect(temporary.read("home/client/pins") == nil)
        }

        @Test(arguments: [
            "", "http://x", "a b", "127.0.0.1:0", "127.0.0.1:65536", "::1", "sotto://x", "sotto://x:1/AAAA",
        ])
        func is64ForWhatIsNoAddress(_ text: String) throws {
            expect(try PipedClient([text], home: home), .wrongUsage)
        }

        @Test func is64WithoutAnAddressWhereNoRelayIsKnown() throws {
            expect(try PipedClient([], home: home), .wrongUsage)
        }

        @Test func is1WhereThePortIsTaken() throws {
            let listener = try RecordingProxy()
            let address = "127.0.0.1:\(listener.port)"
            for command in ["host", "server"] {
                expect(try PipedClient(command: [command, "--home", home, "--listen", address]), .failed)
            }
            let figures = ["--listen", "127.0.0.1:0", "--metrics", address]
            expect(try PipedClient(command: ["server", "--home", home] + figures), .failed)
        }

        @Test func is1WhereTheHomeIsAFile() throws {
            temporary.write([1], to: "home")
            expect(try PipedClient([strangersLine(port: 1)], home: home), .failed)
            for command in ["host", "server"] {
                expect(try PipedClient(command: [command, "--home", home, "--listen", "127.0.0.1:0"]), .failed)
            }
            #expect(temporary.read("home") == [1])
        }

        @Test(.enabled(if: geteuid() != 0, "root may read everything"))
        func is1WhereTheHomeCannotBeRead() throws {
            temporary.makeFolder("home")
            temporary.setMode("home", 0)
            defer { temporary.setMode("home", 0o700) }
            expect(try PipedClient([strangersLine(port: 1)], home: home), .failed)
        }

        @Test(arguments: ["store.key", "identity.key", "device.key", "line.key", "hello", "pins"])
        func is7AndChangesNothingWhereAFileIsDamaged(_ name: String) throws {
            let relay = try relay()
            #expect(try PipedClient([relay.link], home: home).status == 0)
            temporary.overwrite("home/client/\(name)", with: Array("neither a key nor anything".utf8))
            let before = keptContents
            expect(try PipedClient([relay.link], home: home, saying: "hi\n"), .damaged)
            let isUnchanged = keptContents == before
            #expect(isUnchanged)
            #expect(relay.textsAtTheEnd(0) == [])
        }

        @Test func is6WhereAnotherClientHasTheHome() throws {
            let relay = try relay()
            let first = try RunningProgram(["client", relay.link, "--home", home])
            #expect(first.errors.wait(for: "you are in #lobby"))
            expect(try PipedClient([relay.link], home: home, saying: "hi\n"), .inUse)
            first.closeInput()
            #expect(first.end() == 0)
        }

        @Test func is5WhereTheAllowListLacksTheClient() throws {
            temporary.write(Array("# nobody\n".utf8), to: "allowed")
            let relay = try relay(["--allow", temporary.path("allowed")])
            expect(try PipedClient([relay.link], home: home, saying: "hi\n"), .refused)
            #expect(relay.textsAtTheEnd(0) == [])
        }

        @Test func is0WhereTheAllowListHasTheClient() throws {
            let shown = try PipedClient(command: ["fingerprint", "--home", home])
            #expect(shown.status == 0)
            let fingerprint = shown.output.replacingOccurrences(of: "identity", with: "")
            temporary.write(Array("# Ann\n\(fingerprint)".utf8), to: "allowed")
            let relay = try relay(["--allow", temporary.path("allowed")])
            let client = try PipedClient([relay.link], home: home, saying: "hi\n")
            #expect(client.status == 0, "\(client.errors)")
            #expect(relay.textsAtTheEnd(1) == ["hi"])
        }

        @Test func is4WithoutAnAnswerWhereASilentRelayHasAnotherKey() throws {
            let relay = try relay(["--silent"])
            let proxy = try RecordingProxy(target: Int(relay.invite.port))
            let line = try strangersLine(port: proxy.port)
            expect(try PipedClient([line], home: home, saying: "hi\n", within: 30), .unreachable)
            #expect(proxy.connectionCount == 1)
            #expect(proxy.answerByteCount == 0)
            #expect(try PipedClient([relay.link], home: home, saying: "hi\n").status == 0)
            #expect(relay.textsAtTheEnd(1) == ["hi"])
        }

        @Test(arguments: [
            ["client", "--nonsense"], ["nonsense"], ["host", "--listen", "nowhere"], ["host", "--name", " "],
            ["server", "--retention", "30"], ["server", "--disk-cap", "much"], ["server", "--disk-cap", "32767K"],
            ["server", "--log-level", "loud"],
            ["server", "--metrics", "localhost"], ["server", "--threads", "0"], ["server", "--max-connections", "0"],
            ["server", "--listen", "127.0.0.1:65536"], ["server", "--name", "Ann"],
            ["verify"],
        ])
        func is64ForWrongUsage(_ arguments: [String]) throws {
            let program = try PipedClient(command: arguments)
            #expect(program.status == 64)
            #expect(!program.errors.isEmpty)
            #expect(program.output.isEmpty)
        }

        @Test(arguments: [
            ["--version"], ["--help"], ["client", "--help"], ["host", "--help"], ["server", "--help"],
            ["verify", "--help"],
        ])
        func is0ForHelpAndVersion(_ arguments: [String]) throws {
            let program = try PipedClient(command: arguments)
            #expect(program.status == 0)
            #expect(!program.output.isEmpty)
            #expect(program.errors.isEmpty)
        }
    }
}
