import Foundation
import Synchronization
import TestSupport
import Testing

@testable import SecureChannel
@testable import sotto

/// A7: somebody in the middle flips, drops, doubles and swaps. The line dies; what was said is shown once, as it was.
@Suite(.serialized, .timeLimit(.minutes(5)))
struct MeddlerAttackTests {
    /// Frames of each direction that belong to the handshake, the relay's first record included.
    private static let handshakeFrames = 2

    /// Each position of a record of one message: 2 bytes of length, 5 of header, session, number, text, tag.
    @Test func flippingAnyByteOfARecordEndsTheLineAndLosesNothing() async throws {
        let text = "position"
        let count = 2 + 5 + 16 + text.utf8.count + 16
        try await LoopbackRelay.run { relay in
            let meddled = Mutex<Set<Int>>([])
            try await Meddler.run(before: relay.port) { place, frame in
                guard place.way == .toRelay, place.frame == Self.handshakeFrames, place.connection < count else {
                    return .pass
                }
                meddled.withLock { _ = $0.insert(place.connection) }
                var changed = frame
                // A length that grows makes the relay wait for what follows.
                changed[place.connection % frame.count] ^= place.connection < 2 ? 0x80 : 1
                return .replace(changed)
            } _: { meddler in
                let client = TalkingClient(Person(), port: meddler.port, pin: relay.key)
                let running = Task { await client.run() }
                for position in 0..<count {
                    _ = client.talk.say(Array("\(text) \(position)".utf8))
                    let broke = await eventually(within: 0.5) { client.brokenCount > position }
                    for _ in 0..<3 where !broke {
                        _ = client.talk.say([UInt8](repeating: 0x2E, count: TalkLimits.textBytesMax))
                    }
                    let brokeThen = await eventually(within: 30) { client.brokenCount > position }
                    #expect(brokeThen, "position \(position)")
                }
                _ = client.talk.endInput()
                await running.value
                #expect(meddled.withLock { $0.count } == count)
                let shown = relay.screen.texts.filter { $0.hasPrefix(text) }
                #expect(shown == (0..<count).map { "\(text) \($0)" })
            }
        }
    }

    private struct Plan: Sendable {
        let place: Int
        let way: Meddler.Way
        let deed: @Sendable ([UInt8]) -> Meddler.Deed

        init(_ random: inout SeededRandom) {
            place = MeddlerAttackTests.handshakeFrames + Int.random(in: 0...12, using: &random)
            way = Bool.random(using: &random) ? .toRelay : .toClient
            let (where_, bit) = (Int.random(in: 0...65_535, using: &random), UInt8.random(in: 0...7, using: &random))
            switch Int.random(in: 0...5, using: &random) {
            case 0: deed = { _ in .drop }
            case 1: deed = { _ in .double }
            case 2: deed = { _ in .delay }
            case 3: deed = { _ in .cut }
            default:
                deed = { frame in
                    var changed = frame
                    changed[2 + where_ % (frame.count - 2)] ^= 1 << bit
                    return .replace(changed)
                }
            }
        }
    }

    /// Both talk while line after line is meddled with at random, and then one isn't.
    @Test func meddlingAtRandomLosesDoublesAndChangesNothing() async throws {
        let seed = SeededRandom.announcedSeed("meddlingAtRandom")
        var random = SeededRandom(seed: seed)
        let plans = (0..<AttackForm.choose(60, full: 2_000)).map { _ in Plan(&random) }
        try await LoopbackRelay.run { relay in
            try await Meddler.run(before: relay.port) { place, frame in
                guard plans.indices.contains(place.connection) else { return .pass }
                let plan = plans[place.connection]
                return plan.way == place.way && plan.place == place.frame ? plan.deed(frame) : .pass
            } _: { meddler in
                let client = TalkingClient(Person(), port: meddler.port, pin: relay.key)
                let running = Task { await client.run() }
                var (toRelay, toClient): ([String], [String]) = ([], [])
                await eventually(within: 5) { relay.screen.told.contains("joined") }
                var turn = 0
                while client.brokenCount < plans.count, turn < 500_000 {
                    turn += 1
                    try await Task.sleep(for: .milliseconds(1))
                    // Where much waits, slowly: nobody notices that the last of a full window was dropped until the
                    // line is silent for long.
                    let isUrgent = turn % 20 == 0
                    let number = turn
                    if isUrgent || client.talk.waitingCount < 50, client.talk.say(Array("up \(number)".utf8)) {
                        toRelay.append("up \(number)")
                    }
                    if isUrgent || toClient.count - client.screen.texts.count < 50,
                        relay.talk.say(Array("down \(number)".utf8)).reached == 1
                    {
                        toClient.append("down \(number)")
                    }
                }
                #expect(client.brokenCount >= plans.count, "seed \(seed)")
                await eventually(within: 10) { client.screen.texts.count >= toClient.count }
                let heard = client.screen.texts
                let wrongAtClient = zip(heard, toClient).first { $0 != $1 }
                #expect(wrongAtClient == nil && heard.count == toClient.count, "seed \(seed)")
                _ = client.talk.endInput()
                await running.value
                let shown = relay.screen.texts
                let wrong = zip(shown, toRelay).first { $0 != $1 }
                #expect(wrong == nil && shown.count == toRelay.count, "seed \(seed)")
                #expect(client.talk.waitingCount == 0)
            }
        }
    }

    /// The acknowledgements and the goodbye never arrive: all is said again, to a relay that thought it was over.
    @Test func cuttingTheGoodbyeDoublesNothing() async throws {
        try await LoopbackRelay.run { relay in
            try await Meddler.run(before: relay.port) { place, _ in
                place.connection < 5 && place.way == .toClient && place.frame >= Self.handshakeFrames ? .cut : .pass
            } _: { meddler in
                let client = TalkingClient(Person(), port: meddler.port, pin: relay.key)
                for number in 0..<20 { _ = client.talk.say(Array("\(number)".utf8)) }
                _ = client.talk.endInput()
                await client.run()
                #expect(client.brokenCount == 5)
                #expect(relay.screen.texts == (0..<20).map { "\($0)" })
            }
        }
    }
}
