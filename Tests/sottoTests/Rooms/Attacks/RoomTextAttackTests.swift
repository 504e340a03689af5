import Foundation
import Testing

@testable import sotto

extension ProgramTests {
    /// A31, in rooms: what somebody says, or calls a room, does nothing to whoever looks at it.
    @Suite(.timeLimit(.minutes(5))) struct RoomTextAttackTests {
        /// A word before each text shows that it has arrived.
        private static let marked =
            HostileText.all.enumerated().map { "begin-\($0)-\($1)" } + ["two\r\nroot: lines\r\u{B}\u{C}", "begin-last"]

        private func attackedRoom() throws -> CommandLineRooms {
            let rooms = try CommandLineRooms()
            try rooms.gather()
            for text in Self.marked {
                let sending = try PipedClient(
                    command: ["send", "Teahouse", "-", "--home", rooms.temporary.path("ann"), "--no-input"],
                    saying: text)
                #expect(sending.status == 0, "\(sending.errors)")
            }
            return rooms
        }

        private func expectTame(_ output: String, location: SourceLocation = #_sourceLocation) {
            for index in HostileText.all.indices {
                #expect(HostileText.stands("begin-\(index)-", in: output), sourceLocation: location)
            }
            #expect(HostileText.stands("begin-last", in: output), sourceLocation: location)
            #expect(HostileText.untamed(in: output) == [], sourceLocation: location)
            #expect(!HostileText.stands("\nroot: ", in: output), sourceLocation: location)
        }

        @Test func reachesNoReaderAndObjectsCarryItWhole() throws {
            let rooms = try attackedRoom()
            let follower = try rooms.begin("cat", "tail", "Teahouse", "--follow", "--lines", "100")
            for command in ["history", "tail"] {
                let lines = command == "tail" ? ["--lines", "100"] : []
                let plain = try PipedClient(
                    command: [command, "Teahouse", "--home", rooms.temporary.path("bob")] + lines)
                expectTame(plain.output)
                #expect(HostileText.untamed(in: plain.errors) == [])
                let objects = try PipedClient(
                    command: [command, "Teahouse", "--json", "--home", rooms.temporary.path("bob")] + lines)
                expectTame(objects.output)
                let texts = CommandLineRooms.objects(in: objects.output).texts
                // A pipe's line ends are none of a message's.
                #expect(texts == Self.marked.map { $0.replacing("\r\n", with: "\n") })
            }
            #expect(follower.output.wait(for: "begin-last"))
            expectTame(follower.output.text)
            // Every line is somebody's, or set in, or a notice of the program's own.
            for line in follower.output.text.split(separator: "\n") {
                #expect(["Ann: ", "  ", "— "].contains { line.hasPrefix($0) }, "\(line.prefix(80))")
            }
            follower.terminate()
            _ = follower.end()
            rooms.stopRelay()
        }

        @Test func reachesNoTerminal() throws {
            let rooms = try attackedRoom()
            for command in [["tail", "Teahouse", "--lines", "100"], ["tail", "Teahouse", "--lines", "100", "--json"]] {
                let program = try RunningProgram(
                    command + ["--home", rooms.temporary.path("bob")], on: PseudoTerminal.fresh())
                #expect(program.output.wait(for: "begin-last"))
                #expect(program.end() == 0)
                expectTame(HostileText.withoutOwnCodes(program.output.whole()))
            }
            rooms.stopRelay()
        }

        @Test func isNoNameOfARoomOrOfAMember() throws {
            let rooms = try CommandLineRooms()
            try rooms.gather()
            for name in HostileText.names {
                for command in [["rename", "Teahouse", name], ["create", name], ["name", name]] {
                    let ended = try PipedClient(
                        command: command + ["--home", rooms.temporary.path("ann"), "--no-input"])
                    #expect(ended.status == 64, "\(command): \(ended.errors)")
                    #expect(HostileText.untamed(in: ended.errors) == [])
                }
            }
            // What is asked for and isn't there is said again safely.
            for name in HostileText.all.prefix(8) where !name.contains("\u{0}") {
                let ended = try PipedClient(
                    command: ["send", name, "hello", "--home", rooms.temporary.path("ann"), "--no-input"])
                #expect(ended.status == 64)
                #expect(HostileText.untamed(in: ended.errors + ended.output) == [], "\(ended.errors)")
            }
            rooms.stopRelay()
        }
    }
}
