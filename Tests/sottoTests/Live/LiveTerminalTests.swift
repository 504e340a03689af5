import Foundation
import Identity
import Testing

@testable import sotto

extension ProgramTests {
    /// People at terminals, in one room.
    @Suite struct LiveTerminalTests {
        private let temporary = TemporaryFolder()

        private func host(listen: String = "127.0.0.1:0") throws -> RunningRelay {
            try RunningRelay(
                home: temporary.path("ann"), ["--name", "Ann"], listen: listen, on: PseudoTerminal.fresh())
        }

        private func client(_ name: String, _ arguments: [String]) throws -> RunningProgram {
            let client = try RunningProgram(
                ["client", "--home", temporary.path(name), "--name", name] + arguments, on: PseudoTerminal.fresh())
            #expect(client.output.wait(for: "you are in #lobby"), "\(client.output.text)")
            return client
        }

        private func say(_ text: String, _ program: RunningProgram, heardBy others: [RunningProgram]) {
            program.write(text + "\r")
            for each in others + [program] { #expect(each.output.wait(for: ": \(text)"), "\(each.output.text)") }
        }

        private func history(of name: String) throws -> [String] {
            let ended = try PipedClient(
                command: ["history", "#lobby", "--json", "--home", temporary.path(name), "--no-input"], within: 40)
            return RunningRelay.texts(in: ended.output)
        }

        /// One leaves and comes back, the relay is killed meanwhile: all have all, once, in one order.
        @Test func threeTalkAndOneIsAwayWhileTheRelayIsKilled() throws {
            let first = try host()
            let bob = try client("Bob", [first.link])
            let cat = try client("Cat", [first.link])
            say("from ann", first.program, heardBy: [bob, cat])
            say("from bob", bob, heardBy: [first.program, cat])
            say("from cat", cat, heardBy: [first.program, bob])
            cat.write("/quit\r")
            #expect(cat.end() == 0 && cat.hasRestoredTerminal)
            say("while cat is away", first.program, heardBy: [bob])
            first.program.killNow()
            #expect(bob.output.wait(for: "no line to the relay"))
            bob.write("without a relay\r")
            #expect(bob.output.wait(for: "(1 waiting)"))
            let second = try host(listen: "127.0.0.1:\(first.invite.port)")
            #expect(second.program.output.wait(for: ": without a relay", within: 60))
            say("the relay is back", second.program, heardBy: [bob])
            let again = try client("Cat", [])
            say("cat has read it", again, heardBy: [second.program, bob])
            let said = [
                "from ann", "from bob", "from cat", "while cat is away", "without a relay", "the relay is back",
                "cat has read it",
            ]
            for text in said { #expect(again.output.wait(for: ": \(text)")) }
            for program in [bob, again, second.program] {
                program.write("\u{3}")
                #expect(program.end() == 0 && program.hasRestoredTerminal)
            }
            for name in ["ann", "Bob", "Cat"] { #expect(try history(of: name) == said, "\(name)") }
        }

        @Test func aCommandIsTheSameInsideAsOutside() throws {
            let relay = try host()
            let bob = try client("Bob", [relay.link])
            relay.program.write("/members\r")
            #expect(relay.program.output.wait(for: "Ann  (admin)"))
            relay.program.write("/invite --link --uses 2\r")
            #expect(relay.program.output.wait(for: "may join, 2 times"))
            relay.program.write("/rename Tea\r")
            #expect(relay.program.output.wait(for: "changed  "))
            bob.write("/rooms\r")
            #expect(bob.output.wait(for: "#Tea  2 members"))
            bob.write("/remove Ann\r")
            #expect(bob.output.wait(for: "isn't yours to change"))
            bob.write("/nonsense\r")
            #expect(bob.output.wait(for: "/help"))
            bob.write("/tail '#Tea'\r")
            #expect(bob.output.wait(for: "isn't for here"))
            bob.write("/create Coffee\r")
            #expect(bob.output.wait(for: "you are in #Coffee"))
            bob.write("alone\r")
            #expect(bob.output.wait(for: ": alone"))
            bob.write("/room Tea\r")
            #expect(bob.output.wait(for: "you are in #Tea"))
            say("still here", relay.program, heardBy: [bob])
            bob.write("/leave\r")
            #expect(bob.output.wait(for: "no member of #Tea any more"))
            bob.write("nobody hears\r")
            #expect(bob.output.wait(for: "you are in no room"))
            bob.write("/quit\r")
            #expect(bob.end() != nil)
            relay.program.write("\u{4}")
            #expect(relay.program.end() == 0)
        }
    }
}
