import Foundation
import Testing

@testable import sotto

extension ProgramTests {
    /// The talk's client dials a relay that keeps rooms.
    @Suite struct ServerAndTalkTests {
        private let temporary = TemporaryFolder()

        private func server() throws -> RunningServer { try RunningServer(home: temporary.path("relay")) }

        @Test(arguments: ["", "hi\n", String(repeating: "a", count: 16_384) + "\n"])
        func endsAPipeWith1AndNamesWhatToRun(_ text: String) throws {
            let server = try server()
            let client = try PipedClient([server.line], home: temporary.path("home"), saying: text)
            #expect(client.status == 1)
            #expect(client.saysWhatToDo, "\(client.errors)")
            #expect(client.errors.contains("sotto host"))
            #expect(server.end() == 0)
        }

        @Test func endsAClientThatSaysNothingYet() throws {
            let server = try server()
            let client = try RunningProgram(["client", server.line, "--home", temporary.path("home")])
            #expect(client.end() == 1)
            #expect(client.errors.whole().contains("sotto host"))
            #expect(server.end() == 0)
        }

        @Test func endsAClientOnATerminalAndRestoresIt() throws {
            let server = try server()
            let client = try RunningProgram(
                ["client", server.line, "--home", temporary.path("home")], on: PseudoTerminal.fresh())
            #expect(client.end() == 1)
            #expect(client.output.whole().contains("sotto host"))
            #expect(client.hasRestoredTerminal)
            #expect(server.end() == 0)
        }
    }
}
