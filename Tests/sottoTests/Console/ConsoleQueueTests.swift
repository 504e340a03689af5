import Dispatch
import Synchronization
import Testing

@testable import sotto

struct ConsoleQueueTests {
    @Test func worksInOrderAndIsDoneWhenItHasFinished() {
        let queue = ConsoleQueue(label: "test")
        let done = Mutex<[Int]>([])
        for number in 0..<1_000 {
            let work: @Sendable () -> Void = { done.withLock { $0.append(number) } }
            if number % 2 == 0 { queue.add(work) } else { queue.addOptional(work) }
        }
        queue.finish(hurried: false) { done.withLock { $0.append(1_000) } }
        #expect(done.withLock { $0 } == Array(0...1_000))
    }

    /// Talk about the talk, while nobody reads: what others say is bounded elsewhere.
    @Test func dropsWhatIsOptionalBeyondTheLimitAndNothingElse() {
        let queue = ConsoleQueue(label: "test")
        let optional = Atomic<Int>(0)
        let needed = Atomic<Int>(0)
        let isFree = DispatchSemaphore(value: 0)
        queue.add { isFree.wait() }
        for _ in 0..<ConsoleLimits.waitingTellsMax + 100 {
            queue.addOptional { optional.add(1, ordering: .relaxed) }
            queue.add { needed.add(1, ordering: .relaxed) }
        }
        isFree.signal()
        queue.finish(hurried: false) {}
        #expect(optional.load(ordering: .relaxed) == ConsoleLimits.waitingTellsMax)
        #expect(needed.load(ordering: .relaxed) == ConsoleLimits.waitingTellsMax + 100)
        queue.addOptional { optional.add(1, ordering: .relaxed) }
        queue.finish(hurried: false) {}
        #expect(optional.load(ordering: .relaxed) == ConsoleLimits.waitingTellsMax + 1)
    }

    @Test func doesNotWaitForGoodWhenHurried() {
        let queue = ConsoleQueue(label: "test")
        let isFree = DispatchSemaphore(value: 0)
        queue.add { isFree.wait() }
        let clock = ContinuousClock()
        let start = clock.now
        queue.finish(hurried: true) {}
        #expect(start.duration(to: clock.now) < .seconds(3 * ConsoleLimits.finishSeconds))
        isFree.signal()
        queue.finish(hurried: false) {}
    }
}
