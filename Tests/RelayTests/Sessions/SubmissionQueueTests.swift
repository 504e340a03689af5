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

    /// While all of it is committed together, it is in the order in which it came.
    @Test func accountsTakeTurnsOnlyWhereSomethingMustWait() {
        for name in 0..<4 { queue.value.append(PieceOfWork(1, name, requests: 256)) }
        queue.value.append(PieceOfWork(2, 4, requests: 0))
        #expect(queue.value.takeGroup().map(\.name) == [0, 1, 2, 3])
        #expect(queue.value.takeGroup().map(\.name) == [4])
        for name in 0..<8 { queue.value.append(PieceOfWork(1, name, requests: 256)) }
        for name in 8..<10 { queue.value.append(PieceOfWork(2, name, requests: 256)) }
        #expect(queue.value.takeGroup().map(\.name) == [0, 8, 1, 9])
        #expect(queue.value.takeGroup().map(\.name) == [2, 3, 4, 5])
        #expect(queue.value.takeGroup().map(\.name) == [6, 7])
    }

    @Test func itIsBackloggedAndFullOnePastItsBounds() {
        queue.value.append(PieceOfWork(1, bytes: SessionLimits.backlogBytesMax))
        #expect(!queue.value.isBacklogged)
        queue.value.append(PieceOfWork(1, bytes: 1))
        #expect(queue.value.isBacklogged && !queue.value.isFull)
        queue.value.append(PieceOfWork(1, bytes: SessionLimits.waitingBytesMax - queue.value.byteCount))
        #expect(!queue.value.isFull)
        queue.value.append(PieceOfWork(1, bytes: 1))
        #expect(queue.value.isFull)
        while !queue.value.isEmpty { _ = queue.value.takeGroup() }
        #expect(!queue.value.isBacklogged && !queue.value.isFull)
    }
}
