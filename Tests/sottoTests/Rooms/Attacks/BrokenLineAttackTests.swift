import Foundation
import Synchronization
import TestSupport
import Testing

@testable import sotto

extension ProgramTests {
    /// A21, as people see it: lines that break and bend all the time, and a relay that stands still for a while.
    @Suite(.timeLimit(.minutes(AttackForm.choose(5, full: 30)))) struct BrokenLineAttackTests {
        private let sayCount = AttackForm.choose(5, full: 60)
        private let stillSeconds = AttackForm.choose(2.0, full: 60)

        /// Somebody in the middle who lets about a third of all lines come to nothing, while it is told to.
        private final class Spoiler: Sendable {
            private let random: Mutex<SeededRandom>
            private let isOn = Atomic<Bool>(false)
            let spoiledCount = Atomic<Int>(0)

            /// What is dropped is noticed with the next record or ping: that takes time.
            private static let kinds = AttackForm.choose(1...3, full: 0...3)

            init(seed: UInt64) { random = Mutex(SeededRandom(seed: seed)) }

            func begin() { isOn.store(true, ordering: .relaxed) }
            func stop() { isOn.store(false, ordering: .relaxed) }

            func deed(at place: Meddler.Place, _ frame: [UInt8]) -> Meddler.Deed {
                guard isOn.load(ordering: .relaxed) else { return .pass }
                // A line has about twelve frames each way before it has done what it was dialled for.
                let (isSpoiled, kind) = random.withLock { random in
                    (Int.random(in: 0..<20, using: &random) == 0, Int.random(in: Self.kinds, using: &random))
                }
                guard isSpoiled else { return .pass }
                spoiledCount.add(1, ordering: .relaxed)
                switch kind {
                case 0: return .drop
                case 1: return .double
                case 2:
                    var changed = frame
                    changed[frame.count - 1] ^= 0x10
                    return .replace(changed)
                default: return .cut
                }
            }
        }

        @Test func whatIsSaidOverBrokenLinesAndPastAStillRelayIsThereOnceAndInOrder() async throws {
            let spoiler = Spoiler(seed: SeededRandom.announcedSeed(#function))
            let rooms = try CommandLineRooms()
            try await Meddler.run(before: rooms.relay.port, meddle: spoiler.deed) { meddler in
                try rooms.gather(at: rooms.line(port: meddler.port))
                spoiler.begin()
                let follower = try rooms.begin("cat", "tail", "Teahouse", "--follow", "--json")
                let still = Task.detached { [rooms = SendableRooms(rooms), stillSeconds] in
                    rooms.rooms.relay.signal(SIGSTOP)
                    try? await Task.sleep(for: .seconds(stillSeconds))
                    rooms.rooms.relay.signal(SIGCONT)
                }
                var kept: [String] = []
                for number in 0..<sayCount {
                    for person in ["ann", "bob"] {
                        let text = "\(person) \(number)"
                        let ended = try rooms.sotto(person, "send", "Teahouse", text)
                        if ended.status == 0 || ended.errors.contains("The message is kept") { kept.append(text) }
                    }
                }
                await still.value
                spoiler.stop()
                for person in ["ann", "bob"] { try rooms.done(person, "rooms") }
                try rooms.expectAgreement(["ann", "bob"])
                let texts = try rooms.history("ann").texts
                for person in ["ann", "bob"] {
                    #expect(texts.filter { $0.hasPrefix(person) } == kept.filter { $0.hasPrefix(person) })
                }
                #expect(kept.count == 2 * sayCount)
                print("A21: \(spoiler.spoiledCount.load(ordering: .relaxed)) frames spoiled")
                #expect(follower.output.wait(within: 60) { $0.count(of: Data("\"text\"".utf8)) >= texts.count })
                follower.terminate()
                _ = follower.end()
                #expect(CommandLineRooms.objects(in: follower.output.whole()).texts == texts)
            }
            rooms.stopRelay()
        }

        private struct SendableRooms: @unchecked Sendable {
            let rooms: CommandLineRooms
            init(_ rooms: CommandLineRooms) { self.rooms = rooms }
        }
    }
}

extension Data {
    fileprivate func count(of part: Data) -> Int {
        var (count, rest) = (0, startIndex..<endIndex)
        while let found = range(of: part, in: rest) {
            count += 1
            rest = found.upperBound..<endIndex
        }
        return count
    }
}
