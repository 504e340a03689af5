import Foundation
import Identity
import Testing

@testable import sotto

extension ProgramTests {
    /// Several ends at once, and ends that go.
    @Suite struct ManyClientsTests {
        private let temporary = TemporaryFolder()

        private func client(_ relay: RunningRelay, _ name: String) throws -> RunningProgram {
            let program = try RunningProgram(
                ["client", relay.link, "--home", temporary.path(name), "--name", name, "--json"])
            #expect(program.output.wait(for: "\"event\":\"room\""), "\(program.errors.text)")
            return program
        }

        @Test func eachOnesWordsReachAllInOneOrder() throws {
            let relay = try RunningRelay(home: temporary.path("relay"))
            let names = ["Ann", "Bob", "Cyd"]
            let clients = try names.map { try client(relay, $0) }
            relay.program.write("to all\n")
            for client in clients { #expect(client.output.wait(for: "\"text\":\"to all\"")) }
            for (name, client) in zip(names, clients) { client.write("from \(name)\n") }
            for name in names { #expect(relay.program.output.wait(for: "\"text\":\"from \(name)\"")) }
            relay.program.write("last\n")
            for client in clients { #expect(client.output.wait(for: "\"text\":\"last\"")) }
            for client in clients {
                client.closeInput()
                #expect(client.end() == 0)
            }
            let texts = relay.textsAtTheEnd(5)
            #expect(texts.first == "to all" && texts.last == "last")
            #expect(texts[1...3].sorted() == names.map { "from \($0)" })
            for client in clients { #expect(RunningRelay.texts(in: client.output.whole()) == texts) }
        }

        @Test func aPoliteKillOfTheHostExitsWith0AndTellsTheClient() throws {
            let relay = try RunningRelay(home: temporary.path("relay"))
            let ann = try client(relay, "Ann")
            ann.write("hi\n")
            #expect(ann.output.wait(for: "\"stored\""))
            #expect(relay.textsAtTheEnd(1) == ["hi"])
            #expect(ann.output.wait(for: "\"offline\""))
            ann.terminate()
            #expect(ann.end() == 0)
        }

        @Test func eachLineIsShownOnceThoughTheHostIsKilled() throws {
            let lines = (0..<400).map { "line \($0)" }
            let home = temporary.path("relay")
            let first = try RunningRelay(home: home)
            let client = try RunningProgram(["client", first.link, "--home", temporary.path("Ann")])
            client.write(lines[..<200].joined(separator: "\n") + "\n")
            #expect(first.program.output.wait(for: "\"line 50\""))
            first.program.killNow()
            let before = RunningRelay.texts(in: first.program.output.whole())

            let second = try RunningRelay(home: home, listen: "127.0.0.1:\(first.invite.port)")
            client.write(lines[200...].joined(separator: "\n") + "\n")
            client.closeInput()
            #expect(client.end(within: 60) == 0, "\(client.errors.text)")
            #expect(second.program.output.wait(for: "\"\(lines[399])\"", within: 60))
            let after = second.textsAtTheEnd(0)
            // What was dealt with and not yet printed as it was killed is in its history.
            #expect(before == Array(lines[..<before.count]))
            #expect(after == Array(lines.suffix(after.count)))
            let history = try PipedClient(
                command: ["history", "#lobby", "--json", "--home", temporary.path("Ann"), "--no-input"])
            #expect(RunningRelay.texts(in: history.output) == lines)
        }
    }
}
