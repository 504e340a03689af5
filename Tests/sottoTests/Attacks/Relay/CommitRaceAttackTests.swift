import Foundation
import RelayProtocol
import TestSupport
import Testing

/// A13: two commits for one parent from two connections, again and again.
@Suite(
    .blocking, .serialized, .timeLimit(.minutes(AttackForm.choose(5, full: 20))),
    .disabled(if: BuiltProgram.isMissing, "no built program beside the tests"))
struct CommitRaceAttackTests {
    private let temporary = TemporaryFolder()

    @Test func exactlyOneWinsAndTheOtherLearnsTheWinnersNumber() async throws {
        var random = SeededRandom.announced()
        let server = try await RelayProcess.start(
            .server, home: temporary.path("home"), ["--max-appends-per-second", "1000000"])
        let room = AttackRoom()
        let racers = [try server.member(of: room, as: Person("Ann")), try server.member(of: room, as: Person("Bob"))]
        let count = AttackForm.choose(200, full: 10_000)
        var (parent, wins) = (UInt64(1), [0, 0])
        for race in 0..<count {
            let key = room.keys[1]
            let first = Int.random(in: 0...1, using: &random)
            var numbers = [RequestNumber(0), RequestNumber(0)]
            for place in [first, 1 - first] {
                let body = [UInt8(place), UInt8(truncatingIfNeeded: race), UInt8(truncatingIfNeeded: race >> 8)]
                numbers[place] = try racers[place].send([room.commit(parent, key: try #require(key), body: body)])[0]
            }
            let answers = [try racers[0].answer(to: numbers[0]), try racers[1].answer(to: numbers[1])]
            let winners = [0, 1].filter { answers[$0].number != nil }
            guard winners.count == 1, let winner = winners.first, let number = answers[winner].number else {
                Issue.record("\(answers)")
                return
            }
            #expect(number == parent + 1)
            #expect(answers[1 - winner].code == .parentHasCommit && answers[1 - winner].detail == number)
            wins[winner] += 1
            parent = number
        }
        print("\(wins[0]) to \(wins[1])")
        // The log holds the winners and nothing else.
        let reader = try server.member(of: room, as: Person("Cyd"))
        _ = try reader.ask(room.follow(from: 2))
        #expect(try reader.events(count).map(\.number) == (2...UInt64(count + 1)).map { $0 })
        #expect(try reader.hear(within: 0.2) == false)
    }
}
