import Foundation
import TestSupport
import Testing

@testable import sotto

extension ProgramTests {
    /// A18: `kill -9` of clients, at random instants of everything that they do.
    @Suite(.timeLimit(.minutes(AttackForm.choose(5, full: 60)))) struct ClientKillAttackTests {
        private let killCount = AttackForm.choose(14, full: 200)
        private let people = ["ann", "bob", "cat"]
        /// By then every command has ended by itself, on a machine that isn't busy.
        private let longest: UInt32 = 260_000

        /// Dan is never killed and looks on all the while. An entry that doesn't open for him, such as a second one at the
        /// same epoch, leaf and generation, is one that he shows as refused.
        @Test func whoeverIsKilledLosesNothingDoublesNothingAndStaysInTheEpochOfTheOthers() throws {
            var random = SeededRandom.announced()
            // Every few kills somebody comes by a link and is removed: more than an hour has at a relay.
            let rooms = try CommandLineRooms(["--max-appends-per-second", "100000"])
            try rooms.gather()
            try rooms.done("dan", "name", "Dan")
            try rooms.done("dan", "join", "-", input: rooms.done("ann", "invite", "Teahouse", "--link").output)
            let onlooker = try rooms.begin("dan", "tail", "Teahouse", "--follow", "--json")
            var said: [String] = []
            var acknowledged: Set<String> = []
            var instants: [String: Int] = [:]
            for number in 0..<killCount {
                let deed = try deed(number, rooms, &random)
                let instant = UInt32.random(in: 0..<longest, using: &random)
                let isWhole = try kill(deed.person, deed.command, input: deed.input, after: instant, rooms)
                instants[deed.command[0] + (isWhole ? " done" : " killed"), default: 0] += 1
                if let text = deed.text {
                    said.append(text)
                    if isWhole { acknowledged.insert(text) }
                }
                try deed.mend()
            }
            print("A18: \(instants.sorted { $0.key < $1.key })")
            try rooms.expectAgreement(people)
            try check(rooms, said, acknowledged, onlooker)
            rooms.stopRelay()
        }

        private struct Deed {
            let person: String
            let command: [String]
            var input = ""
            var text: String?
            /// What is done afterwards, unkilled, so that the next deed finds what it needs.
            var mend: () throws -> Void = {}
        }

        private func deed(_ number: Int, _ rooms: CommandLineRooms, _ random: inout SeededRandom) throws -> Deed {
            let person = people[Int.random(in: 0..<people.count, using: &random)]
            switch number % 7 {
            case 0: return Deed(person: "ann", command: ["rename", "Teahouse", "Teahouse"])
            case 1: return try joining(number, rooms)
            case 2: return Deed(person: person, command: ["tail", "Teahouse"])
            case 3: return Deed(person: "ann", command: ["invite", "Teahouse", "--link"])
            case 4: return Deed(person: person, command: ["create", "Side \(number)"])
            default:
                return Deed(
                    person: person, command: ["send", "Teahouse", "\(person) \(number)"], text: "\(person) \(number)")
            }
        }

        /// A guest is killed on the way in, comes in all the same, and then Ann is killed showing them out.
        private func joining(_ number: Int, _ rooms: CommandLineRooms) throws -> Deed {
            let guest = "guest \(number)"
            try rooms.done(guest, "name", "Guest \(number)")
            let link = try rooms.done("ann", "invite", "Teahouse", "--link").output
            return Deed(person: guest, command: ["join", "-"], input: link) {
                if try !rooms.sotto(guest, "rooms").output.contains("Teahouse") {
                    try rooms.done(guest, "join", "-", input: link)
                }
                try rooms.done(guest, "send", "Teahouse", "I am \(guest)")
                _ = try self.kill("ann", ["remove", "Teahouse", "Guest \(number)"], input: "", after: 120_000, rooms)
                if try rooms.done("ann", "members", "Teahouse").output.contains("Guest \(number)") {
                    try rooms.done("ann", "remove", "Teahouse", "Guest \(number)")
                }
                #expect(try rooms.sotto(guest, "send", "Teahouse", "still here?").status == 5)
            }
        }

        /// - Returns: whether it was done before it could be killed.
        private func kill(
            _ person: String, _ command: [String], input: String, after microseconds: UInt32, _ rooms: CommandLineRooms
        ) throws -> Bool {
            let program = try RunningProgram(
                command + ["--home", rooms.temporary.path(person), "--no-input"])
            program.write(input)
            program.closeInput()
            usleep(microseconds)
            program.killNow()
            return program.end() == 0
        }

        private func check(
            _ rooms: CommandLineRooms, _ said: [String], _ acknowledged: Set<String>, _ onlooker: RunningProgram
        ) throws {
            let id = try rooms.done("ann", "send", "Teahouse", "the last", "--json").objects.first?["id"] as? String
            #expect(onlooker.output.wait(for: try #require(id), within: 60))
            onlooker.terminate()
            _ = onlooker.end()
            let shown = CommandLineRooms.objects(in: onlooker.output.whole())
            #expect(shown.count(of: "refused") == 0 && shown.count(of: "missing") == 0)
            #expect(Set(shown.texts).count == shown.texts.count, "doubled: \(shown.texts)")
            #expect(acknowledged.isSubset(of: Set(shown.texts)))
            for person in people {
                let own = shown.texts.filter { $0.hasPrefix(person + " ") }
                #expect(own == said.filter { $0.hasPrefix(person + " ") && own.contains($0) })
                let history = try rooms.history(person)
                #expect(Array(history.texts.suffix(shown.texts.count)) == shown.texts, "\(person)")
                #expect(history.count(of: "refused") == 0 && history.count(of: "missing") == 0)
            }
        }
    }
}
