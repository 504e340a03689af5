import Testing

@testable import Relay

@Suite struct ArrayQueueTests {
    @Test func whatCameFirstLeavesFirst() {
        var queue = ArrayQueue<Int>()
        var (last, next) = (0, 0)
        for round in 1...200 {
            for _ in 0..<round % 7 {
                queue.append(last)
                last += 1
            }
            for _ in 0..<round % 5 where next < last {
                #expect(queue.takeFirst() == next)
                next += 1
            }
            #expect(queue.count == last - next)
            #expect(queue.isEmpty == (last == next))
        }
        while let value = queue.takeFirst() {
            #expect(value == next)
            next += 1
        }
        #expect(next == last)
        #expect(queue.takeFirst() == nil)
    }

    /// Also where it never becomes empty.
    @Test func whatHasLeftIsLetGoOf() {
        final class Thing {}
        var queue = ArrayQueue<Thing>()
        weak var taken: Thing?
        queue.append(Thing())
        for _ in 0..<10_000 {
            queue.append(Thing())
            taken = queue.takeFirst()
            #expect(taken == nil)
        }
        #expect(queue.memoryCount <= 4)
    }
}
