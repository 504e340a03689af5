import Foundation
import Testing

@testable import sotto

#if os(Linux)
    extension ProgramTests {
        /// What was typed stands nowhere but on its readers' screens.
        @Suite(.timeLimit(.minutes(5))) struct SecretWordsAttackTests {
            private let said = [
                "marmalade sandwiches at noon", "ligonberry pancakes", "never tell the quartermaster",
                "gooseberry fool",
            ]
            private let titles = ["Ambrosial Teahouse", "Subterranean Cellar"]
            private let people = ["ann": "Quillerwort Ann", "bob": "Bartholomew Bob", "cat": "Persimmon Cat"]

            /// Everything is said and called, some of it while the relay is away and some while a reader follows.
            private func talk(_ rooms: CommandLineRooms, through invite: String) throws -> RunningProgram {
                for (person, name) in people { try rooms.done(person, "name", name) }
                try rooms.done("ann", "create", titles[0], "--relay", invite)
                let link = try rooms.done("ann", "invite", titles[0], "--link").output
                try rooms.done("bob", "join", "-", input: link)
                try rooms.done("cat", "name", "@cat", "--relay", invite)
                try rooms.done("ann", "invite", titles[0], "@cat")
                try rooms.done("cat", "accept", titles[0])
                let follower = try rooms.begin("cat", "tail", titles[0], "--follow")
                try rooms.done("ann", "send", titles[0], "-", input: said[0])
                try rooms.done("bob", "send", titles[0], "-", input: said[1])
                #expect(follower.output.wait(for: said[1]))
                rooms.relay.program.killNow()
                #expect(try rooms.sotto("ann", "send", titles[0], "-", input: said[2]).status == 4)
                try rooms.startRelay()
                try rooms.done("ann", "rename", titles[0], titles[1])
                try rooms.done("bob", "rooms")
                try rooms.done("bob", "send", titles[1], "-", input: said[3])
                #expect(follower.output.wait(for: said[3], within: 60))
                return follower
            }

            @Test(.disabled(if: ProcessMemory.cannotBeRead, "NOT TESTED HERE: nobody's memory can be read"))
            func wordsAndTitlesStandInNoFileNoMemoryOfTheRelayAndNoTraffic() throws {
                let rooms = try CommandLineRooms(["--log-level", "trace"])
                let proxy = try RecordingProxy(target: rooms.relay.port, keepsBytes: true)
                let follower = try talk(rooms, through: rooms.line(port: proxy.port))
                let memory = ProcessMemory.writable(of: rooms.relay.program.number)
                // The search finds what is there: the database's own words.
                #expect(memory.contains { !SecretWords("CREATE TABLE").found(in: $0).isEmpty })
                #expect(memory.map(\.count).reduce(0, +) > 1 << 20)
                follower.terminate()
                _ = follower.end()
                let whileItRan = try relayFiles(rooms)
                rooms.stopRelay()
                let logs = Array(rooms.relay.program.errors.whole().utf8)
                let traffic = [proxy.sent, proxy.answered]
                #expect(traffic.allSatisfy { $0.count > 4_096 })
                for words in said + titles {
                    let words = SecretWords(words)
                    for (name, place) in [("sent", traffic[0]), ("answered", traffic[1]), ("logs", logs)] {
                        #expect(words.found(in: place) == [], "\(name)")
                    }
                    for region in memory { #expect(words.found(in: region) == [], "the relay's memory") }
                    for file in whileItRan + (try relayFiles(rooms)) { #expect(words.found(in: file) == []) }
                    for person in people.keys {
                        let files = try rooms.files(of: person)
                        #expect(files.count >= 6)
                        for file in files { #expect(words.found(in: Array(file)) == [], "a file of \(person)") }
                    }
                }
                // The relay is shown who comes; on the way nobody is.
                for name in people.values { for place in traffic { #expect(SecretWords(name).found(in: place) == []) } }
            }

            private func relayFiles(_ rooms: CommandLineRooms) throws -> [[UInt8]] {
                try rooms.files(of: "relay").map { Array($0) }
            }
        }
    }
#endif
