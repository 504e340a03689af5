import Chat
import Foundation
import Testing

@testable import sotto

extension ProgramTests {
    /// Lines from a pipe, said in a host's room.
    @Suite struct PipedTests {
        private let temporary = TemporaryFolder()

        private func relay() throws -> RunningRelay { try RunningRelay(home: temporary.path("relay")) }

        @Test func deliversAPipedLineAndExitsWith0() throws {
            let relay = try relay()
            let client = try PipedClient([relay.link], home: temporary.path("home"), saying: "hi\n")
            #expect(client.status == 0, "\(client.errors)")
            #expect(relay.textsAtTheEnd(1) == ["hi"])
        }

        @Test func deliversALineThatLacksItsEnd() throws {
            let relay = try relay()
            let client = try PipedClient([relay.link], home: temporary.path("home"), saying: "one\ntwo")
            #expect(client.status == 0, "\(client.errors)")
            #expect(relay.textsAtTheEnd(2) == ["one", "two"])
        }

        /// What begins with a slash is a command for people alone.
        @Test func deliversLinesAsTheyAre() throws {
            let relay = try relay()
            let client = try PipedClient([relay.link], home: temporary.path("home"), saying: "/quit\n//x\n\n#y\n")
            #expect(client.status == 0, "\(client.errors)")
            #expect(relay.textsAtTheEnd(3) == ["/quit", "//x", "#y"])
        }

        @Test func deliversManyLinesOnceAndInOrder() throws {
            let relay = try relay()
            let lines = (0..<1_500).map { "line \($0)" }
            let client = try PipedClient(
                [relay.link], home: temporary.path("home"), saying: lines.joined(separator: "\n") + "\n", within: 120)
            #expect(client.status == 0, "\(client.errors)")
            let texts = relay.textsAtTheEnd(lines.count)
            #expect(texts.count == lines.count)
            #expect(texts == lines)
        }

        @Test func skipsALineThatIsTooLongAndSaysSo() throws {
            let relay = try relay()
            let fits = String(repeating: "a", count: ChatLimits.textBytes.upperBound)
            let client = try PipedClient(
                [relay.link], home: temporary.path("home"), saying: "before\n\(fits)\n\(fits)b\nafter\n")
            #expect(client.status == 1)
            #expect(client.saysWhatToDo, "\(client.errors)")
            #expect(relay.textsAtTheEnd(3) == ["before", fits, "after"])
        }

        @Test func leavesNoWordOfATalkOnDisk() throws {
            let relay = try relay()
            let word = "a word that stands nowhere else"
            #expect(try PipedClient([relay.link], home: temporary.path("home"), saying: word + "\n").status == 0)
            #expect(relay.textsAtTheEnd(1) == [word])
            let found = temporary.contents.filter { entry in
                Data((entry.value ?? nil) ?? []).range(of: Data(word.utf8)) != nil
            }
            #expect(found.keys.sorted() == [])
            for (name, bytes) in temporary.contents {
                #expect(temporary.mode(name) == (bytes == nil ? 0o700 : 0o600), "\(name)")
            }
        }

        @Test func exitsWith0WhereNothingIsSaid() throws {
            let relay = try relay()
            let client = try PipedClient([relay.link], home: temporary.path("home"))
            #expect(client.status == 0, "\(client.errors)")
            #expect(relay.textsAtTheEnd(0) == [])
        }

        @Test func readsTheLinkFromItsFirstLine() throws {
            let relay = try relay()
            let client = try PipedClient(["-"], home: temporary.path("home"), saying: relay.link + "\nhi\n")
            #expect(client.status == 0, "\(client.errors)")
            #expect(!client.errors.contains("remember"))
            #expect(relay.textsAtTheEnd(1) == ["hi"])
        }

        @Test func exitsWith5InNoRoom() throws {
            let relay = try relay()
            let client = try PipedClient([relay.line], home: temporary.path("home"), saying: "hi\n")
            #expect(client.status == 5)
            #expect(client.saysWhatToDo, "\(client.errors)")
            #expect(relay.textsAtTheEnd(0) == [])
        }
    }
}
