import Foundation
import Synchronization
import TestSupport
import Testing

@testable import sotto

extension ProgramTests {
    /// A15, as people see it: `kill -9` of the relay while three say things by commands, and a fourth looks on.
    @Suite(.timeLimit(.minutes(AttackForm.choose(5, full: 30)))) struct RelayKillAttackTests {
        private let killCount = AttackForm.choose(5, full: 200)
        private let sayCount = AttackForm.choose(8, full: 120)

        /// What commands said, by who said it, and which of it the relay took before they ended.
        private final class Said: Sendable {
            struct Texts: Sendable {
                var all: [String] = []
                var acknowledged: Set<String> = []
            }

            private let texts = Mutex<[String: Texts]>([:])

            var byPerson: [String: Texts] { texts.withLock { $0 } }

            func add(_ text: String, by person: String, isAcknowledged: Bool) {
                texts.withLock { texts in
                    texts[person, default: Texts()].all.append(text)
                    if isAcknowledged { texts[person, default: Texts()].acknowledged.insert(text) }
                }
            }
        }

        @Test func whatIsAcknowledgedIsShownOnceAndInItsSendersOrderHoweverOftenTheRelayIsKilled() throws {
            var random = SeededRandom.announced()
            let rooms = try CommandLineRooms()
            try rooms.gather()
            try rooms.done("dan", "name", "Dan")
            try rooms.done("dan", "join", "-", input: rooms.done("ann", "invite", "Teahouse", "--link").output)
            let onlooker = try rooms.begin("dan", "tail", "Teahouse", "--follow", "--json")
            let said = Said()
            let senders = DispatchGroup()
            for person in ["ann", "bob", "cat"] {
                nonisolated(unsafe) let rooms = rooms
                senders.enter()
                Thread.detachNewThread {
                    for number in 0..<self.sayCount { self.say("\(person) \(number)", by: person, in: rooms, said) }
                    senders.leave()
                }
            }
            var kills = 0
            while senders.wait(timeout: .now() + .milliseconds(Int.random(in: 30..<700, using: &random))) == .timedOut {
                guard kills < killCount else { continue }
                try rooms.killRelay()
                kills += 1
            }
            print("A15: \(kills) kills, \(said.byPerson.values.map(\.acknowledged.count)) acknowledged at once")
            try check(rooms, said.byPerson, onlooker)
            rooms.stopRelay()
        }

        private func say(_ text: String, by person: String, in rooms: CommandLineRooms, _ said: Said) {
            guard let ended = try? rooms.sotto(person, "send", "Teahouse", text) else { return }
            // Not kept, and so not said: nothing is promised of it.
            guard ended.status == 0 || ended.errors.contains("The message is kept") else { return }
            said.add(text, by: person, isAcknowledged: ended.status == 0)
        }

        private func check(_ rooms: CommandLineRooms, _ said: [String: Said.Texts], _ onlooker: RunningProgram) throws {
            try rooms.expectAgreement(["ann", "bob", "cat"])
            let texts = try rooms.history("ann").texts
            #expect(said.count == 3)
            for person in ["bob", "cat"] { #expect(try rooms.history(person).texts == texts) }
            for (person, said) in said {
                #expect(texts.filter { $0.hasPrefix(person + " ") } == said.all)
                #expect(said.acknowledged.isSubset(of: Set(texts)))
            }
            let last = try rooms.done("ann", "send", "Teahouse", "the last", "--json").objects.first?["id"] as? String
            #expect(onlooker.output.wait(for: try #require(last), within: 90))
            onlooker.terminate()
            _ = onlooker.end()
            let shown = CommandLineRooms.objects(in: onlooker.output.whole())
            #expect(shown.texts == texts + ["the last"])
            #expect(shown.count(of: "refused") == 0 && shown.count(of: "missing") == 0)
        }
    }
}
