import Foundation
import Testing

@testable import sotto

extension ProgramTests {
    @Suite struct PipedTests {
        private let temporary = TemporaryFolder()

        private func relay() throws -> RunningRelay { try RunningRelay(home: temporary.path("relay")) }

        @Test func deliversAPipedLineAndExitsWith0() throws {
            let relay = try relay()
            let client = try PipedClient([relay.line], home: temporary.path("home"), saying: "hi\n")
            #expect(client.status == 0, "\(client.errors)")
            #expect(relay.textsAtTheEnd() == ["hi"])
        }

        @Test func deliversALineThatLacksItsEnd() throws {
            let relay = try relay()
            let client = try PipedClient([relay.line], home: temporary.path("home"), saying: "one\ntwo")
            #expect(client.status == 0, "\(client.errors)")
            #expect(relay.textsAtTheEnd() == ["one", "two"])
        }

        @Test func deliversTwentyThousandLinesOnceAndInOrder() throws {
            let relay = try relay()
            let lines = (0..<20_000).map { "line \($0)" }
            let client = try PipedClient(
                [relay.line], home: temporary.path("home"), saying: lines.joined(separator: "\n") + "\n", within: 60)
            #expect(client.status == 0, "\(client.errors)")
            let texts = relay.textsAtTheEnd()
            #expect(texts.count == lines.count)
            #expect(texts == lines)
        }

        @Test func skipsALineThatIsTooLongAndSaysSo() throws {
            let relay = try relay()
            let fits = String(repeating: "a", count: TalkLimits.textBytesMax)
            let client = try PipedClient(
                [relay.line], home: temporary.path("home"), saying: "before\n\(fits)\n\(fits)b\nafter\n")
            #expect(client.status == 1)
            #expect(client.saysWhatToDo, "\(client.errors)")
            #expect(relay.textsAtTheEnd() == ["before", fits, "after"])
        }

        @Test func leavesNoWordOfATalkOnDisk() throws {
            let relay = try relay()
            let word = "a word that stands nowhere else"
            #expect(try PipedClient([relay.line], home: temporary.path("home"), saying: word + "\n").status == 0)
            #expect(relay.textsAtTheEnd() == [word])
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
            let client = try PipedClient([relay.line], home: temporary.path("home"))
            #expect(client.status == 0, "\(client.errors)")
            #expect(relay.textsAtTheEnd() == [])
        }
    }
}
