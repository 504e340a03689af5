import Foundation
import Testing

@testable import sotto

extension ProgramTests {
    /// What a home keeps, read while its relay is gone.
    @Suite struct SearchCommandTests {
        private func talked() throws -> CommandLineRooms {
            let rooms = try CommandLineRooms()
            try rooms.gather()
            for text in ["A pot of tea?", "Kaffee, bitte", "I'd like Crème brûlée", "tea, then\nand cake", "我喜欢喝茶"] {
                try rooms.done("ann", "send", "Teahouse", text)
            }
            #expect(try rooms.texts("bob").count == 5)
            rooms.relay.program.killNow()
            return rooms
        }

        private func found(_ rooms: CommandLineRooms, _ words: String...) throws -> [String] {
            let program = try RunningProgram(
                ["search", "--json", "--home", rooms.temporary.path("bob"), "--no-input"] + words)
            #expect(program.end(within: 60) == 0)
            return program.output.whole().split(separator: "\n").compactMap { line in
                let object = try? JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
                return object?["text"] as? String
            }
        }

        @Test func findsWordsWithoutARelay() throws {
            let rooms = try talked()
            #expect(try found(rooms, "TEA") == ["A pot of tea?", "tea, then\nand cake"])
            #expect(try found(rooms, "creme", "BRULEE") == ["I'd like Crème brûlée"])
            #expect(try found(rooms, "喝茶") == ["我喜欢喝茶"])
            #expect(try found(rooms, "tea", "--limit", "1") == ["tea, then\nand cake"])
            #expect(try found(rooms, "tea", "--room", "#Teahouse").count == 2)
            #expect(try found(rooms, "whisky") == [])
            #expect(try rooms.sotto("bob", "search", "tea", "--room", "Coffee").status == 64)
            #expect(try rooms.sotto("bob", "search", " ").status == 64)
            let shown = try rooms.done("bob", "search", "cake")
            #expect(shown.lines.count == 1)
            #expect(shown.output.hasPrefix("#Teahouse ") && shown.output.contains("Ann: tea, then and cake"))
        }

        /// No index of words is put where a thief may find it, and looking for them leaves nothing.
        @Test func leavesNothingOnTheDisk() throws {
            let rooms = try talked()
            let before = try rooms.files(of: "bob").count
            #expect(try found(rooms, "tea").count == 2)
            let files = try rooms.files(of: "bob")
            #expect(files.count == before)
            for word in ["cake", "Kaffee", "kaffee", "brulee"] {
                #expect(!files.contains { $0.range(of: Data(word.utf8)) != nil })
            }
        }

        @Test func exportsAllThatIsKeptAndSaysThatItIsPlain() throws {
            let rooms = try talked()
            let ended = try rooms.done("bob", "export")
            #expect(ended.errors.contains("plain"))
            let objects = ended.objects
            #expect(objects.first?["event"] as? String == "room" && objects.first?["name"] as? String == "Teahouse")
            #expect(objects.compactMap { $0["text"] as? String }.count == 5)
            let history = try rooms.done("bob", "history", "Teahouse", "--json", "--offline")
            #expect(ended.lines.dropFirst() == history.lines[...])
            #expect(try rooms.sotto("bob", "export", "--room", "Coffee").status == 64)
            #expect(try rooms.done("bob", "rooms", "--offline").output.contains("#Teahouse  3 members"))
            #expect(try rooms.done("bob", "members", "Teahouse", "--offline").lines.count == 3)
            #expect(try rooms.sotto("dan", "rooms", "--offline").status == 64)
        }

        @Test func tailBeginsWithAMoment() throws {
            let rooms = try talked()
            try rooms.killRelay()
            #expect(try rooms.done("bob", "tail", "Teahouse", "--json", "--since", "1h").lines.count > 5)
            #expect(try rooms.done("bob", "tail", "Teahouse", "--json", "--since", "2999-01-01").lines.isEmpty)
            #expect(try rooms.sotto("bob", "tail", "Teahouse", "--since", "yesterday").status == 64)
            rooms.stopRelay()
        }
    }
}
