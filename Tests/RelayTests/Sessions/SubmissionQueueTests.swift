import TestSupport
import Testing

@testable import Relay

@Suite struct SubmissionQueueTests {
    private final class Kept { var value = SubmissionQueue<PieceOfWork>() }

    private let queue = Kept()

    @Test func aGroupEndsWithTheWorkThatReachesABound() {
        let half = SessionLimits.groupRequestsMax / 2
        for name in 0..<3 { queue.value.append(PieceOfWork(1, name, requests: half)) }
        #expect(queue.value.requestCount == 3 * half)
        #expect(queue.value.takeGroup().map(\.name) == [0, 1])
        #expect(queue.value.takeGroup().map(\.name) == [2])
        #expect(queue.value.isEmpty && queue.value.requestCount == 0)
        queue.value.append(PieceOfWork(1, 3, bytes: SessionLimits.groupBytesMax - 1))
        queue.value.append(PieceOfWork(1, 4, bytes: 1))
        queue.value.append(PieceOfWork(1, 5, bytes: 1))
        #expect(queue.value.takeGroup().map(\.name) == [3, 4])
        #expect(queue.value.takeGroup().map(\.name) == [5])
        #expect(queue.value.takeGroup() == [])
        #expect(queue.value.byteCount == 0)
    }

    @Test func whatIsLargerThanAGroupIsOneByItself() {
        queue.value.append(PieceOfWork(1, 0, bytes: 2 * SessionLimits.groupBytesMax))
        queue.value.append(PieceOfWork(1, 1))
        #expect(queue.value.takeGroup().map(\.name) == [0])
        #expect(queue.value.takeGroup().map(\.name) == [1])
    }

    @Test func accountsTakeTurns() {
        for name in 0..<8 { queue.value.append(PieceOfWork(1, name, requests: 256)) }
        for name in 8..<10 { queue.value.append(PieceOfWork(2, name, requests: 256)) }
        #expect(queue.value.takeGroup().map(\.name) == [0, 8, 1, 9])
        queue.value.append(PieceOfWork(2, 10, requests: 256))
        #expect(queue.value.takeGroup().map(\.name) == [2, 10, 3, 4])
        #expect(queue.value.takeGroup().map(\.name) == [5, 6, 7])
    }

    @Test func oneByOneTheyTakeTurnsToo() {
        for name in 0..<3 { queue.value.append(PieceOfWork(1, name, bytes: 5)) }
        queue.value.append(PieceOfWork(2, 3, requests: 7))
        #expect((0..<5).map { _ in queue.value.takeOne()?.name } == [0, 3, 1, 2, nil])
        #expect(queue.value.byteCount == 0 && queue.value.requestCount == 0)
    }

    /// What each brought stays in its order, whoever else brings something meanwhile.
    @Test func nothingIsLostAndNobodyIsOvertakenByHimself() {
        var random = SeededRandom.announced()
        var (brought, taken) = ([[Int]](repeating: [], count: 6), [[Int]](repeating: [], count: 6))
        for name in 0..<3_000 {
            let person = Int.random(in: 0..<6, using: &random)
            brought[person].append(name)
            queue.value.append(PieceOfWork(UInt32(person), name, requests: Int.random(in: 1...300, using: &random)))
            guard Int.random(in: 0..<3, using: &random) == 0 else { continue }
            for work in queue.value.takeGroup() { taken[people[work.account] ?? 0].append(work.name) }
        }
        while !queue.value.isEmpty {
            for work in queue.value.takeGroup() { taken[people[work.account] ?? 0].append(work.name) }
        }
        #expect(taken == brought)
        #expect(queue.value.requestCount == 0)
    }

    private let people = Dictionary(
        uniqueKeysWithValues: (0..<6).map { (PieceOfWork(UInt32($0)).account, $0) })

    @Test func anAccountIsBackloggedAndFullOnePastItsBoundsAndNobodyElse() {
        let (me, other) = (PieceOfWork(1).account, PieceOfWork(2).account)
        queue.value.append(PieceOfWork(1, bytes: SessionLimits.accountBacklogBytesMax))
        #expect(!queue.value.isBacklogged(for: me))
        queue.value.append(PieceOfWork(1, bytes: 1))
        #expect(queue.value.isBacklogged(for: me) && !queue.value.isFull(for: me))
        queue.value.append(PieceOfWork(1, bytes: SessionLimits.accountWaitingBytesMax - queue.value.byteCount))
        #expect(!queue.value.isFull(for: me))
        queue.value.append(PieceOfWork(1, bytes: 1))
        #expect(queue.value.isFull(for: me))
        #expect(!queue.value.isBacklogged(for: other) && !queue.value.isFull(for: other))
        while !queue.value.isEmpty { _ = queue.value.takeGroup() }
        #expect(!queue.value.isBacklogged(for: me) && !queue.value.isFull(for: me))
    }

    @Test func allTogetherAreBackloggedAndFullOnePastTheirs() {
        let (piece, other) = (SessionLimits.accountBacklogBytesMax, PieceOfWork(0).account)
        for person in 0..<SessionLimits.backlogBytesMax / piece {
            queue.value.append(PieceOfWork(UInt32(person + 1), bytes: piece))
        }
        #expect(!queue.value.isBacklogged(for: other))
        queue.value.append(PieceOfWork(1_000, bytes: 1))
        #expect(queue.value.isBacklogged(for: other) && !queue.value.isFull(for: other))
        let left = (SessionLimits.waitingBytesMax - queue.value.byteCount + piece - 1) / piece
        for person in 0..<left { queue.value.append(PieceOfWork(UInt32(2_000 + person), bytes: piece)) }
        #expect(queue.value.isFull(for: other))
    }
}
