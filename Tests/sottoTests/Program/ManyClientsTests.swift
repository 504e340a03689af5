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
                ["client", relay.line, "--home", temporary.path(name), "--name", name, "--json"])
            #expect(program.output.wait(for: "\"joined\""))
            #expect(relay.program.output.wait(for: "\"joined\",\"from\":\"\(name)\""))
            return program
        }

        @Test func aHostsWordsReachAllAndAClientsTheHostAlone() throws {
            let relay = try RunningRelay(home: temporary.path("relay"))
            let names = ["Ann", "Bob", "Cyd"]
            let clients = try names.map { try client(relay, $0) }
            relay.program.write("to all\n")
            for client in clients { #expect(client.output.wait(for: "\"text\":\"to all\"")) }
            for (name, client) in zip(names, clients) { client.write("from \(name)\n") }
            for name in names { #expect(relay.program.output.wait(for: "\"text\":\"from \(name)\"")) }
            relay.program.write("last\n")
            for client in clients {
                #expect(client.output.wait(for: "\"text\":\"last\""))
                client.closeInput()
                #expect(client.end() == 0)
                #expect(RunningRelay.texts(in: client.output.whole()) == ["to all", "last"])
            }
            #expect(relay.textsAtTheEnd().sorted() == names.map { "from \($0)" })
        }

        @Test func aPoliteKillOfTheHostExitsWith0AndTellsTheClient() throws {
            let relay = try RunningRelay(home: temporary.path("relay"))
            let ann = try client(relay, "Ann")
            ann.write("hi\n")
            #expect(ann.output.wait(for: "\"delivered\""))
            #expect(relay.textsAtTheEnd() == ["hi"])
            #expect(ann.output.wait(for: "\"waiting\""))
            ann.terminate()
            #expect(ann.end() == 0)
        }

        @Test func eachLineIsPrintedThoughTheHostIsKilled() throws {
            let lines = (0..<5_000).map { "line \($0)" }
            let home = temporary.path("relay")
            let first = try RunningRelay(home: home)
            let client = try RunningProgram(["client", first.line, "--home", temporary.path("Ann")])
            client.write(lines[..<2_500].joined(separator: "\n") + "\n")
            #expect(first.program.output.wait(for: "\"line 300\""))
            first.program.killNow()
            let before = RunningRelay.texts(in: first.program.output.whole())

            let second = try RunningRelay(home: home, listen: "127.0.0.1:\(first.invite.port)")
            client.write(lines[2_500...].joined(separator: "\n") + "\n")
            client.closeInput()
            #expect(client.end(within: 30) == 0, "\(client.errors.text)")
            let after = second.textsAtTheEnd()
            #expect(before == Array(lines[..<before.count]))
            #expect(after == Array(lines.suffix(after.count)))
            #expect(before.count + after.count >= lines.count)
        }
    }
}
